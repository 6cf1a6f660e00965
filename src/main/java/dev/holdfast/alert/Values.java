package dev.holdfast.alert;

import dev.holdfast.incident.IncidentId;
import dev.holdfast.incident.Notice;
import dev.holdfast.observation.MonitorId;
import dev.holdfast.wire.Json;
import dev.holdfast.wire.NoticeJson;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// What a template can say: the `data` of the webhook's body, and what people want besides.
final class Values {
    private static final String EVENT = "event";
    private static final String ADVICE = "advice";
    private static final String LINK = "link";

    /// Every name that stands for something, sections included.
    static final List<String> NAMES = Stream.concat(names("", NoticeJson.Data.class), Stream.of(EVENT, ADVICE, LINK))
            .toList();

    private Values() {}

    /// @param message what would be said without a template
    static Map<String, Object> of(Notice notice, Message message) {
        @SuppressWarnings("unchecked") // an object of JSON has texts for keys
        var values =
                (Map<String, Object>) Json.read(Json.write(NoticeJson.of(notice).data()), Map.class);
        values.put(EVENT, notice.event().type());
        values.put(ADVICE, message.facts().getOrDefault(Facts.FIRST, ""));
        values.put(LINK, message.page().map(URI::toString).orElse(""));
        return values;
    }

    private static Stream<String> names(String above, Class<?> type) {
        return Stream.of(type.getRecordComponents()).flatMap(part -> names(above + snake(part), part));
    }

    private static Stream<String> names(String name, RecordComponent part) {
        return isObject(part.getType())
                ? Stream.concat(Stream.of(name), names(name + ".", part.getType()))
                : Stream.of(name);
    }

    /// Whether it becomes an object of JSON; an id becomes a text.
    private static boolean isObject(Class<?> type) {
        return type.isRecord() && type != MonitorId.class && type != IncidentId.class;
    }

    private static String snake(RecordComponent part) {
        return part.getName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}

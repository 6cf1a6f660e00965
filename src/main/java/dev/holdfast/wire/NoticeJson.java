package dev.holdfast.wire;

import dev.holdfast.incident.Headline;
import dev.holdfast.incident.Notice;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A notification in the shape of the contract: the body of the generic webhook.
///
/// @param timestamp when what it tells happened
public record NoticeJson(String id, String type, Instant timestamp, Data data) {

    /// What it tells.
    ///
    /// @param title all of it in one line
    public record Data(
            String title,
            String summary,
            String reason,
            @Nullable IncidentJson incident) {}

    /// The shape of `notice`.
    public static NoticeJson of(Notice notice) {
        var incident = notice.incident();
        return new NoticeJson(
                notice.id(),
                notice.event().type(),
                notice.at(),
                new Data(
                        Headline.of(notice),
                        Headline.summary(notice),
                        incident == null ? "" : incident.failure().reason(),
                        incident == null ? null : IncidentJson.of(incident)));
    }
}

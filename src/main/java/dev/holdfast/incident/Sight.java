package dev.holdfast.incident;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Whether Holdfast itself can see. When hosts that have nothing to do with each other stop answering together, and
/// so do the canaries, it is more likely that our own network is down.
public enum Sight {
    /// Somebody answers, or there is nobody else to ask: what got no answer is down.
    CLEAR,
    /// Others have to be asked before what got no answer may be believed.
    UNSURE,
    /// Nobody answers: what got no answer says nothing.
    BLIND;

    /// How long others are waited for. Longer than a probe usually takes.
    static final Duration PATIENCE = Duration.ofSeconds(20);

    /// Silences of so long ago count as being of the same time.
    private static final Duration TOGETHER = Duration.ofMinutes(1);

    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|\\[.*]");

    /// The newest that is known of an endpoint.
    ///
    /// @param place the same for endpoints that are likely to go down together
    /// @param answered whether anything came back that is HTTP
    public record Look(String place, Instant at, boolean answered) {

        /// A look at `url`. Endpoints of one domain, or of one address, are one place.
        public static Look at(URI url, Instant at, boolean answered) {
            return new Look(place(url.getHost()), at, answered);
        }

        private static String place(String host) {
            var name = host.toLowerCase(Locale.ROOT);
            var labels = name.split("\\.", -1);
            return labels.length <= 2 || ADDRESS.matcher(name).matches()
                    ? name
                    : labels[labels.length - 2] + "." + labels[labels.length - 1];
        }

        private boolean isSince(Instant since) {
            return !at.isBefore(since);
        }
    }

    /// What can be said at `now` of an endpoint that has not answered since `since`.
    ///
    /// @param monitors the newest looks at what is monitored
    /// @param canaries the newest looks at what is only there to tell us from others; without any, Holdfast never
    /// thinks itself blind
    public static Sight of(Collection<Look> monitors, List<Look> canaries, Instant since, Instant now) {
        boolean anyAnswer = Stream.concat(monitors.stream(), canaries.stream())
                .anyMatch(look -> look.answered() && look.isSince(since));
        if (canaries.isEmpty() || anyAnswer || places(monitors.stream()) < 2) {
            return CLEAR;
        }
        if (areSilent(canaries, since) && silentPlaces(monitors, since) >= 2) {
            return BLIND;
        }
        return Duration.between(since, now).compareTo(PATIENCE) < 0 ? UNSURE : CLEAR;
    }

    private static boolean areSilent(List<Look> canaries, Instant since) {
        return canaries.stream().allMatch(look -> !look.answered() && look.isSince(since));
    }

    private static long silentPlaces(Collection<Look> monitors, Instant since) {
        return places(monitors.stream().filter(look -> !look.answered() && look.isSince(since.minus(TOGETHER))));
    }

    private static long places(Stream<Look> looks) {
        return looks.map(Look::place).distinct().count();
    }
}

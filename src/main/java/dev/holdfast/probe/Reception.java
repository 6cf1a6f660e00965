package dev.holdfast.probe;

import dev.holdfast.observation.Headers;
import dev.holdfast.observation.Headers.Field;
import dev.holdfast.observation.Peer;
import dev.holdfast.observation.Phases;
import dev.holdfast.observation.Phases.Phase;
import dev.holdfast.observation.Trouble;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/// What becomes of one exchange by `java.net.http`: keeps head and body as they come, and says what they come to.
///
/// What that client does not tell stays untold: of the phases there are only the look-up of the name, which is made
/// before it makes its own, and the transfer.
final class Reception implements BodyHandler<byte[]> {
    private final Timeline timeline;
    private final InetSocketAddress remote;
    private final CappedBody body = new CappedBody();
    private volatile @Nullable ResponseInfo head;
    private volatile long headCame;

    /// @param remote the address the client will connect to: the first one of the host
    Reception(Timeline timeline, InetSocketAddress remote) {
        this.timeline = timeline;
        this.remote = remote;
    }

    @Override
    public BodySubscriber<byte[]> apply(ResponseInfo info) {
        headCame = System.nanoTime();
        head = info;
        return body;
    }

    /// It came to its end, or to the cap.
    Exchanged ended(HttpResponse<byte[]> response) {
        var tls = response.sslSession().map(Reception::shown).orElse(null);
        return response(response.statusCode(), response.headers(), tls, null);
    }

    /// The deadline ended it.
    Exchanged late(Deadline deadline) {
        return brokenBy(Troubles.late(head == null ? Stage.WAIT : Stage.BODY, deadline), null);
    }

    /// `failure` ended it.
    Exchanged failed(Throwable failure) {
        var distrust = Troubles.first(failure, Distrust.class);
        return distrust.isPresent()
                ? brokenBy(distrust.get().trouble(), distrust.get().shown())
                : brokenBy(JdkTroubles.of(failure, head != null), null);
    }

    /// `trouble` ended it.
    Exchanged brokenBy(Trouble trouble, Peer.@Nullable Tls tls) {
        var came = head;
        return came == null
                ? new Exchanged.Silence(trouble, phases(), peer(tls))
                : response(came.statusCode(), came.headers(), tls, trouble);
    }

    private Exchanged.Response response(
            int status, HttpHeaders fields, Peer.@Nullable Tls tls, @Nullable Trouble broken) {
        var headers = headers(fields);
        var intake = new Intake();
        var undecoded = decode(headers, intake);
        if (body.isCutOff()) {
            intake.wasCutOff();
        }
        return new Exchanged.Response(
                status, headers, intake.body(), phases(), peer(tls), broken == null ? undecoded : broken);
    }

    /// What is wrong with the coding, null when nothing is. A body that was cut off cannot but end too early.
    private @Nullable Trouble decode(Headers headers, Intake intake) {
        try (var content = Coding.decoded(new ByteArrayInputStream(body.bytes()), Framing.contentCodings(headers))) {
            intake.take(content);
            return null;
        } catch (IOException e) {
            return body.isCutOff() ? null : Troubles.of(e, Stage.BODY, null);
        }
    }

    private Phases phases() {
        var spent = new EnumMap<Phase, Duration>(Phase.class);
        spent.putAll(timeline.phases().durations());
        if (head != null) {
            spent.put(Phase.TRANSFER, Duration.ofNanos(System.nanoTime() - headCame));
        }
        return new Phases(spent);
    }

    private Peer peer(Peer.@Nullable Tls tls) {
        return new Peer(remote.getAddress(), remote.getPort(), tls);
    }

    private static Headers headers(HttpHeaders fields) {
        return new Headers(fields.map().entrySet().stream()
                .filter(field -> !field.getKey().startsWith(":"))
                .flatMap(field -> field.getValue().stream().map(value -> new Field(field.getKey(), value)))
                .toList());
    }

    private static Peer.@Nullable Tls shown(SSLSession session) {
        try {
            var chain = Arrays.copyOf(
                    session.getPeerCertificates(), session.getPeerCertificates().length, X509Certificate[].class);
            return Certificates.shown(session.getProtocol(), chain);
        } catch (SSLPeerUnverifiedException _) {
            return null;
        }
    }
}

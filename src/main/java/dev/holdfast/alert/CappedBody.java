package dev.holdfast.alert;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/// The beginning of an answer. The JDK's own limit fails and loses the status; this one stops reading and keeps it.
final class CappedBody implements BodySubscriber<String> {
    private static final int CAP = 16 * 1024;

    private final CompletableFuture<String> body = new CompletableFuture<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private Flow.@Nullable Subscription subscription;

    @Override
    public CompletionStage<String> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription from) {
        subscription = from;
        from.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        buffers.forEach(this::take);
        if (bytes.size() == CAP && subscription != null) {
            subscription.cancel();
            onComplete();
        }
    }

    private void take(ByteBuffer buffer) {
        var part = new byte[Math.min(buffer.remaining(), CAP - bytes.size())];
        buffer.get(part);
        bytes.writeBytes(part);
    }

    @Override
    public void onError(Throwable trouble) {
        onComplete(); // the status says enough
    }

    @Override
    public void onComplete() {
        body.complete(bytes.toString(StandardCharsets.UTF_8));
    }
}

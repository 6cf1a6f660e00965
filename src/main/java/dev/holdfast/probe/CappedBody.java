package dev.holdfast.probe;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/// Takes in a body of `java.net.http` up to a cap, and keeps what came whatever becomes of the rest. Its result is the
/// body so far.
final class CappedBody implements BodySubscriber<byte[]> {
    /// Twice what is kept in the end: a coding may make a body a little larger, and mostly makes it smaller.
    static final int CAP = 2 * Intake.CAP;

    private final CompletableFuture<byte[]> end = new CompletableFuture<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private Flow.@Nullable Subscription subscription;

    /// What came so far.
    synchronized byte[] bytes() {
        return bytes.toByteArray();
    }

    /// Whether it came to the cap before its end.
    synchronized boolean isCutOff() {
        return bytes.size() == CAP;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return end;
    }

    @Override
    public synchronized void onSubscribe(Flow.Subscription subscription) {
        this.subscription = subscription;
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public synchronized void onNext(List<ByteBuffer> buffers) {
        buffers.forEach(this::keep);
        if (isCutOff() && subscription != null) {
            subscription.cancel();
            end.complete(bytes());
        }
    }

    private void keep(ByteBuffer buffer) {
        var piece = new byte[Math.min(buffer.remaining(), CAP - bytes.size())];
        buffer.get(piece);
        bytes.writeBytes(piece);
    }

    @Override
    public void onError(Throwable failure) {
        end.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        end.complete(bytes());
    }
}

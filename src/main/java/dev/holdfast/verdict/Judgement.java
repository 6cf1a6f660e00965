package dev.holdfast.verdict;

/// A verdict and the sentence that gives its reason.
public record Judgement(Verdict verdict, String reason) {

    static Judgement pass(String reason) {
        return new Judgement(Verdict.PASS, reason);
    }

    static Judgement review(String reason) {
        return new Judgement(Verdict.REVIEW, reason);
    }

    static Judgement fail(String reason) {
        return new Judgement(Verdict.FAIL, reason);
    }

    /// Nothing can be told, for this reason.
    public static Judgement unknown(String reason) {
        return new Judgement(Verdict.UNKNOWN, reason);
    }
}

package dev.holdfast.verdict;

import dev.holdfast.diagnosis.Cause;
import dev.holdfast.diagnosis.Diagnosis;
import dev.holdfast.observation.Answered;

/// What is expected where nothing is stated: success and a guarded endpoint are healthy, a failure is not, the rest is
/// for a person to look at.
///
/// @param signedIn whether the monitor presents a credential, so that being turned away is a failure
public record Usual(boolean signedIn) implements Expectation {

    @Override
    public Judgement judgeWhole(Answered answered, Diagnosis diagnosis) {
        var said = Expectation.said(answered, diagnosis);
        return switch (diagnosis.outcome()) {
            case OK -> diagnosis.cause() == Cause.NONE ? Judgement.pass(said) : Judgement.review(said);
            case AUTH_REQUIRED, FORBIDDEN -> signedIn ? Judgement.fail(said) : Judgement.pass(said);
            case REDIRECT, NOT_FOUND, RATE_LIMITED, CLIENT_ERROR -> Judgement.review(said);
            case RELATION_ERROR,
                    GATEWAY_ERROR,
                    SERVER_ERROR,
                    DNS_ERROR,
                    CONNECT_ERROR,
                    TLS_ERROR,
                    TIMEOUT,
                    PROTOCOL_ERROR -> Judgement.fail(said);
            case NOT_TRIED -> Judgement.unknown(said);
        };
    }
}

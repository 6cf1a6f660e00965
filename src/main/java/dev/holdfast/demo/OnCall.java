package dev.holdfast.demo;

import dev.holdfast.wire.NoticeJson;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Whoever is on call: reads each alert aloud, and remembers it.
final class OnCall {
    private final List<NoticeJson> told = new CopyOnWriteArrayList<>();
    private final Narrator narrator;

    OnCall(Narrator narrator) {
        this.narrator = narrator;
    }

    void receive(NoticeJson notice) {
        told.add(notice);
        narrator.says("on-call", notice.data().title());
    }

    /// Whether a notification of this type had `word` in its title.
    boolean isTold(String type, String word) {
        return told.stream()
                .anyMatch(notice ->
                        notice.type().equals(type) && notice.data().title().contains(word));
    }

    long count(String type) {
        return told.stream().filter(notice -> notice.type().equals(type)).count();
    }

    void forget() {
        told.clear();
    }
}

package dev.holdfast.web;

import java.util.List;

/// One monitor and its last checks, newest first.
public record MonitorPage(MonitorView monitor, List<CheckView> checks, String version) {}

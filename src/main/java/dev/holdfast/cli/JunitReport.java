package dev.holdfast.cli;

import dev.holdfast.verdict.Verdict;
import dev.holdfast.wire.ResultJson;
import java.io.StringWriter;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// The results of a check as JUnit XML: a failed check is a `failure`, one that could not be judged an `error`, one to
/// review passes and says so.
final class JunitReport {
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    private JunitReport() throws XMLStreamException {
        xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
    }

    static String of(Checked checked) {
        try {
            var report = new JunitReport();
            report.write(checked);
            return report.text.toString();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("writing XML to memory failed", impossible);
        }
    }

    private void write(Checked checked) throws XMLStreamException {
        xml.writeStartDocument();
        xml.writeStartElement("testsuites");
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", "holdfast");
        xml.writeAttribute("timestamp", checked.at().toString());
        xml.writeAttribute("tests", "" + checked.results().size());
        xml.writeAttribute("failures", "" + checked.count(Verdict.FAIL));
        xml.writeAttribute("errors", "" + checked.count(Verdict.UNKNOWN));
        for (var line : checked.lines()) {
            write(line);
        }
        xml.writeEndDocument();
    }

    private void write(ResultJson line) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("name", line.monitor().name());
        xml.writeAttribute("classname", line.group().isEmpty() ? "holdfast" : "holdfast." + line.group());
        xml.writeAttribute("time", String.format(Locale.ROOT, "%.3f", line.durationMs() / 1_000));
        switch (line.verdict()) {
            case FAIL -> detail("failure", line);
            case UNKNOWN -> detail("error", line);
            case REVIEW -> output("review: " + line.reason());
            case PASS -> {}
        }
        xml.writeEndElement();
    }

    private void detail(String element, ResultJson line) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeAttribute("type", Words.of(line.cause()));
        xml.writeAttribute("message", printable(line.reason()));
        xml.writeCharacters(printable(line.evidence()));
        xml.writeEndElement();
    }

    private void output(String told) throws XMLStreamException {
        xml.writeStartElement("system-out");
        xml.writeCharacters(printable(told));
        xml.writeEndElement();
    }

    /// XML 1.0 has no way to write most control characters.
    private static String printable(String text) {
        return text.replaceAll("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "\uFFFD");
    }
}

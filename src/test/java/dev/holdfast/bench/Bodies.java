package dev.holdfast.bench;

import dev.holdfast.diagnosis.Pasted;
import java.util.List;
import java.util.Map;

/// Responses as services give them, brought to a size.
final class Bodies {
    private static final String JSON = """
            {"timestamp":"2026-03-01T10:15:00Z","status":500,"error":"Internal Server Error","path":"/api/v1/modules",
            "message":"(psycopg.errors.UndefinedTable) relation \\"analytics_modules\\" does not exist\\nLINE 1: SELECT id",
            "trace":["%s"]}""";
    private static final String JSON_FILL =
            "at com.example.modules.ModuleRepository.find(ModuleRepository.java:214) [classes!\\/:na]\\n\\t";
    private static final String PAGE = """
            <!DOCTYPE html><html><head><title>OperationalError at /modules</title><style>p { margin: 0 }</style></head>
            <body><h1>OperationalError</h1><pre class="exception_value">no such table: analytics_modules</pre>
            <div id="traceback"><ul>%s</ul></div></body></html>""";
    private static final String PAGE_FILL =
            "<li class=\"frame\"><code>/srv/app/views.py</code>, line <b>88</b>, in &quot;modules&quot;&nbsp;</li>\n";
    private static final String TRACEBACK = """
            Traceback (most recent call last):
            %s
            sqlalchemy.exc.ProgrammingError: (psycopg2.errors.UndefinedColumn) column flags.rollout does not exist
            """;
    private static final String TRACEBACK_FILL = """
              File "/usr/lib/python3/site-packages/sqlalchemy/engine/base.py", line 1960, in _exec_single_context
                self.dialect.do_execute(cursor, str_statement, effective_parameters, context)
            """;
    private static final String JAVA = """
            org.springframework.dao.DataAccessResourceFailureException: could not obtain a connection
            %s
            Caused by: java.net.ConnectException: Connection refused
            """;
    private static final String JAVA_FILL =
            "\tat org.springframework.jdbc.core.JdbcTemplate.execute(JdbcTemplate.java:376) ~[spring-jdbc.jar!/:6.1]\n";
    private static final String GATEWAY = """
            <html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center>
            <hr><center>nginx</center>%s</body></html>""";
    private static final String GATEWAY_FILL = "<!-- a padding to disable MSIE and Chrome friendly error page -->\n";
    private static final String PLAIN = "Something went wrong. %s";
    private static final String PLAIN_FILL =
            "The request could not be completed; the team has been told and looks into it now. Please try again. ";
    private static final String GRAPHQL = """
            {"data":null,"errors":[{"message":"permission denied for table invoices","path":["invoices"],
            "extensions":{"code":"INTERNAL_SERVER_ERROR","stacktrace":["%s"]}}]}""";
    private static final String GRAPHQL_FILL =
            "at Parser.parseErrorMessage (\\/app\\/node_modules\\/pg\\/index.js:283)\\n";
    private static final String LIST = "{\"items\":[%s{\"id\":0}],\"next\":null}";
    private static final String LIST_FILL =
            "{\"id\":17,\"name\":\"feature_flags\",\"enabled\":true,\"note\":\"on for a tenth of the users\"},";
    private static final String WELCOME = "<!DOCTYPE html><html><body><h1>Welcome</h1>%s</body></html>";
    private static final String WELCOME_FILL = "<p>Read <a href=\"/docs\">how modules work</a>, or sign in.</p>\n";

    private Bodies() {}

    /// Failures of many kinds and a few answers that are fine, each of about `size` bytes.
    static List<Pasted> mixed(int size) {
        return List.of(
                response(500, "application/json", JSON, JSON_FILL, size),
                response(500, "text/html; charset=utf-8", PAGE, PAGE_FILL, size),
                response(500, "text/plain", TRACEBACK, TRACEBACK_FILL, size),
                response(500, "text/plain", JAVA, JAVA_FILL, size),
                response(502, "text/html", GATEWAY, GATEWAY_FILL, size),
                response(500, "text/plain", PLAIN, PLAIN_FILL, size),
                response(200, "application/json", GRAPHQL, GRAPHQL_FILL, size),
                response(200, "application/json", LIST, LIST_FILL, size),
                response(200, "text/html", WELCOME, WELCOME_FILL, size));
    }

    private static Pasted response(int status, String type, String frame, String fill, int size) {
        int times = Math.max(0, (size - frame.length()) / fill.length());
        return of(status, type, frame.formatted(fill.repeat(times)));
    }

    /// Bodies made to cost much, each of `size` characters.
    static List<Pasted> hostile(int size) {
        return List.of(
                of(500, "text/html", filled("<", size)),
                of(500, "text/html", filled("<a <b <!-- ", size)),
                of(500, "text/html", filled("&amp;", size)),
                of(500, "application/json", filled("\\", size)),
                of(500, "application/json", filled("{\"a\":[", size)),
                of(500, "text/plain", filled("\"", size)),
                of(500, "text/plain", filled("relation \"", size)),
                of(500, "text/plain", filled("does not exist ", size)),
                of(500, "text/plain", filled("relation \"x\" does not exist of relation ", size)),
                of(500, "text/plain", filled("error 42P01 code 1146 ", size)),
                of(500, "text/plain", filled("a.", size)),
                of(200, "application/json", "{\"errors\":[" + filled("{\"message\":\"relation x\"},", size) + "0]}"));
    }

    private static String filled(String part, int size) {
        return part.repeat(Math.max(1, size / part.length()));
    }

    private static Pasted of(int status, String type, String body) {
        return Pasted.of(status, Map.of("content-type", type), body);
    }
}

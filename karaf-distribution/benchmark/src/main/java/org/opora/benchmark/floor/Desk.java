package org.opora.benchmark.floor;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.opora.benchmark.store.Dialect;

/** A servlet that does one piece of work in one transaction. */
abstract class Desk extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private final transient HikariDataSource pool;
  private final transient Dialect dialect;

  Desk(HikariDataSource pool, Dialect dialect) {
    this.pool = pool;
    this.dialect = dialect;
  }

  /** Writes the page, or returns where a post leads. */
  abstract String work(HttpServletRequest request, Sql sql, StringBuilder page) throws SQLException;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    StringBuilder page =
        new StringBuilder(8_192).append("<!doctype html><html lang=\"cs\"><body><main>");
    String location;
    try (Connection connection = pool.getConnection()) {
      location = work(request, new Sql(connection, dialect), page);
      connection.commit();
    } catch (SQLException failed) {
      response.sendError(500, failed.getMessage());
      return;
    }
    if (location != null) {
      response.setStatus(303);
      response.setHeader("Location", location);
      return;
    }
    byte[] bytes = page.append("</main></body></html>").toString().getBytes(StandardCharsets.UTF_8);
    response.setContentType("text/html;charset=utf-8");
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }

  static String escaped(String text) {
    return text == null
        ? ""
        : text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}

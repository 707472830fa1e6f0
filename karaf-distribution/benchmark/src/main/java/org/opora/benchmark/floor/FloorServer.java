package org.opora.benchmark.floor;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.servlet.Servlet;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.opora.benchmark.store.Dialect;

/**
 * What the product is measured against: the same server, pool and database, hand-written SQL, and
 * nothing else. Nobody signs in, nothing is decided, recorded, sealed or rendered.
 */
public final class FloorServer {
  private FloorServer() {}

  /** Arguments: port, URL of the database, user (may be left out). */
  public static void main(String[] arguments) throws Exception {
    String url = arguments[1];
    Server server = new Server();
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    connector.setPort(Integer.parseInt(arguments[0]));
    server.addConnector(connector);
    HikariDataSource pool = Pool.over(url, arguments.length > 2 ? arguments[2] : null);
    Dialect dialect = Dialect.of(url);
    ServletContextHandler context = new ServletContextHandler();
    add(context, "/search", new SearchDesk(pool, dialect));
    add(context, "/open", new OpenDesk(pool, dialect));
    add(context, "/save", new SaveDesk(pool, dialect));
    add(context, "/duties", new DutiesDesk(pool, dialect));
    add(context, "/statistic", new StatisticDesk(pool, dialect));
    server.setHandler(context);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, pool, url)));
    server.start();
    server.join();
  }

  private static void add(ServletContextHandler context, String path, Servlet desk) {
    context.addServlet(new ServletHolder(desk), path);
  }

  private static void end(Server server, HikariDataSource pool, String url) {
    try {
      server.stop();
      pool.close();
      if (url.startsWith("jdbc:derby:")) {
        DriverManager.getConnection(url + ";shutdown=true").close();
      }
    } catch (SQLException down) {
      // This is how Derby says that it has shut down.
      return;
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }
}

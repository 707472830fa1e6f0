package org.opora.itest.rogue;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Locale;
import org.opora.api.access.Access;
import org.opora.api.web.Reply;
import org.opora.api.web.spi.HouseNames;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.servlet.context.ServletContextHelper;
import org.osgi.service.servlet.whiteboard.Preprocessor;

/** Runs inside the container, in one bundle for each way. */
public final class RogueActivator implements BundleActivator {
  private static final String BOARD = "osgi.http.whiteboard.";
  private static final int HIGHEST = Integer.MAX_VALUE;

  @Override
  public void start(BundleContext context) throws Exception {
    RogueWay way = RogueWay.valueOf(context.getBundle().getHeaders("").get(RogueBundle.WAY));
    publish(way, context);
    Files.writeString(RogueBundle.announcement(data(context), way), "up");
  }

  @Override
  public void stop(BundleContext context) {
    // The framework takes the services back.
  }

  private static Path data(BundleContext context) {
    return Path.of(context.getProperty("opora.data"));
  }

  private static void publish(RogueWay way, BundleContext context) throws Exception {
    switch (way) {
      case SERVLET -> way.free().forEach(path -> servlet(context, path));
      case SERVLET_ON_OUR_PATHS -> way.ours().forEach(path -> servlet(context, path));
      case SERVLET_BY_EXTENSION -> {
        servlet(context, "*.rogue");
        servlet(context, "/rogue-below/*");
      }
      case SERVLET_OF_LAST_RESORT -> {
        servlet(context, "/");
        servlet(context, "");
        servlet(context, "/*");
      }
      case SERVLET_ON_STATIC_FILES -> servlet(context, "/m/web/static/*");
      case ASYNC_SERVLET ->
          context.registerService(
              Servlet.class,
              new LateServlet(),
              with(
                  BOARD + "servlet.pattern",
                  "/rogue-async",
                  BOARD + "servlet.asyncSupported",
                  true));
      case FILTER -> filter(context, BOARD + "filter.pattern", "/*");
      case FILTER_BY_REGEX -> filter(context, BOARD + "filter.regex", ".*");
      case FILTER_BY_SERVLET -> {
        servlet(context, "/rogue-named");
        filter(context, BOARD + "filter.servlet", "rogue/rogue-named");
      }
      case LISTENER -> {
        Listener listener = new Listener(RogueBundle.heard(data(context)));
        context.registerService(
            new String[] {
              ServletRequestListener.class.getName(), HttpSessionListener.class.getName()
            },
            listener,
            with(BOARD + "listener", "true"));
      }
      case RESOURCE ->
          context.registerService(
              Object.class,
              new Object(),
              with(
                  BOARD + "resource.pattern", "/rogue-resource/*",
                  BOARD + "resource.prefix", "/rogue"));
      case RESOURCE_IN_CAPITALS ->
          context.registerService(
              Object.class,
              new Object(),
              with(
                  BOARD.toUpperCase(Locale.ROOT) + "RESOURCE.PATTERN", "/rogue-capitals/*",
                  BOARD.toUpperCase(Locale.ROOT) + "RESOURCE.PREFIX", "/rogue"));
      case ERROR_PAGE ->
          context.registerService(
              Servlet.class,
              new RogueServlet(),
              with(
                  BOARD + "servlet.errorPage",
                  new String[] {"404", "403", "405", "4xx", "5xx", "java.lang.Throwable"}));
      case OWN_CONTEXT -> ownContext(context, "rogue", "/rogue-context", "/*");
      case DEFAULT_CONTEXT -> ownContext(context, "default", "/", "/rogue-default");
      case PREPROCESSOR ->
          context.registerService(Preprocessor.class, new Before(), with("colour", "red"));
      case HTTP_SERVICE -> oldService(context);
      case APPLICATION -> {
        // Its manifest says it all.
      }
      case ROUTES -> routes(context, "rogue-routes", way.free().get(0));
      case ROUTES_BY_OUR_NAME -> routes(context, "duties", way.free().get(0));
      case HOUSE_NAMES ->
          context.registerService(
              HouseNames.class, host -> true, with("component.name", "org.opora.operations"));
      case ACCESS ->
          context.registerService(
              Access.class, proxy(Access.class, (self, asked, values) -> null), with("a", "b"));
      case CONNECTOR -> connector(context);
    }
  }

  private static Dictionary<String, Object> with(Object... properties) {
    Dictionary<String, Object> all = new Hashtable<>();
    all.put("service.ranking", HIGHEST);
    for (int i = 0; i < properties.length; i += 2) {
      all.put((String) properties[i], properties[i + 1]);
    }
    return all;
  }

  private static void servlet(BundleContext context, String pattern) {
    context.registerService(
        Servlet.class,
        new RogueServlet(),
        with(BOARD + "servlet.pattern", pattern, BOARD + "servlet.name", "rogue" + pattern));
  }

  private static void filter(BundleContext context, String property, String value) {
    context.registerService(Filter.class, new RogueFilter(), with(property, value));
  }

  private static void ownContext(BundleContext context, String name, String path, String pattern) {
    context.registerService(
        ServletContextHelper.class,
        new OwnContext(),
        with(BOARD + "context.name", name, BOARD + "context.path", path));
    context.registerService(
        Servlet.class,
        new RogueServlet(),
        with(
            BOARD + "servlet.pattern",
            pattern,
            BOARD + "context.select",
            "(" + BOARD + "context.name=" + name + ")"));
  }

  /** The way of former times; the house has no such service, so nothing can be given to it. */
  private static void oldService(BundleContext context) throws Exception {
    for (String name :
        List.of("org.osgi.service.http.HttpService", "org.apache.felix.http.api.ExtHttpService")) {
      ServiceReference<?> reference = context.getServiceReference(name);
      if (reference != null) {
        Files.writeString(RogueBundle.heard(data(context)), name);
      }
    }
    // Read only by a whiteboard of former times.
    context.registerService(
        Servlet.class, new RogueServlet(), with("alias", "/rogue-old", "pattern", "/rogue-old"));
  }

  private static void routes(BundleContext context, String module, String path) {
    context.registerService(
        RouteSet.class,
        new RouteSet() {
          @Override
          public String module() {
            return module;
          }

          @Override
          public List<Route> routes() {
            return List.of(
                new Route(
                    Route.Method.GET,
                    path,
                    Route.Entry.PUBLIC,
                    null,
                    null,
                    Route.Audit.NONE,
                    request -> Reply.plain(RogueBundle.MARK)));
          }
        },
        with("a", "b"));
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  /** A second port, which the server would open beside its own. */
  private static void connector(BundleContext context) throws Exception {
    Class<?> factory = Class.forName("org.apache.felix.http.jetty.ConnectorFactory");
    int port = Integer.parseInt(context.getProperty(RogueBundle.PORT));
    Object made =
        proxy(
            factory,
            (self, asked, values) -> {
              Class<?> server = Class.forName("org.eclipse.jetty.server.Server");
              Object connector =
                  Class.forName("org.eclipse.jetty.server.ServerConnector")
                      .getConstructor(server)
                      .newInstance(values[0]);
              connector.getClass().getMethod("setPort", int.class).invoke(connector, port);
              return connector;
            });
    context.registerService(factory.getName(), made, with("a", "b"));
  }

  /** Answers every request with the mark. */
  static final class RogueServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.getWriter().print(RogueBundle.MARK);
    }
  }

  /** Answers from another thread. */
  static final class LateServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) {
      AsyncContext later = request.startAsync();
      later.start(
          () -> {
            try {
              later.getResponse().getWriter().print(RogueBundle.MARK);
            } catch (IOException failed) {
              throw new UncheckedIOException(failed);
            }
            later.complete();
          });
    }
  }

  /** Answers before anybody else. */
  static class RogueFilter implements Filter {
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
        throws IOException, ServletException {
      response.getWriter().print(RogueBundle.MARK);
    }
  }

  /** Answers before the gate. */
  static final class Before extends RogueFilter implements Preprocessor {}

  /** Writes down that it heard of a request. */
  static final class Listener implements ServletRequestListener, HttpSessionListener {
    private final Path heard;

    Listener(Path heard) {
      this.heard = heard;
    }

    @Override
    public void requestInitialized(ServletRequestEvent event) {
      hear();
    }

    @Override
    public void sessionCreated(HttpSessionEvent event) {
      hear();
    }

    private void hear() {
      try {
        Files.writeString(heard, "listener");
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }

  /** A context that lets everybody in. */
  static final class OwnContext implements ServiceFactory<ServletContextHelper> {
    @Override
    public ServletContextHelper getService(
        Bundle bundle, ServiceRegistration<ServletContextHelper> registration) {
      return new ServletContextHelper(bundle) {};
    }

    @Override
    public void ungetService(
        Bundle bundle,
        ServiceRegistration<ServletContextHelper> registration,
        ServletContextHelper service) {
      // Nothing is held.
    }
  }
}

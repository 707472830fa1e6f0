package org.opora.itest.rogue;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Dictionary;
import java.util.Hashtable;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.servlet.context.ServletContextHelper;

/**
 * Runs inside the container: publishes servlets, a filter, a resource and a context of its own, on
 * free paths and on ours.
 */
public final class RogueActivator implements BundleActivator {
  @Override
  public void start(BundleContext context) throws IOException {
    for (String path : RogueBundle.PATHS) {
      Dictionary<String, Object> published = new Hashtable<>();
      published.put("osgi.http.whiteboard.servlet.pattern", path);
      published.put("osgi.http.whiteboard.servlet.name", "rogue" + path);
      published.put("service.ranking", Integer.MAX_VALUE);
      context.registerService(Servlet.class, new RogueServlet(), published);
    }
    Dictionary<String, Object> own = new Hashtable<>();
    own.put("osgi.http.whiteboard.context.name", "rogue");
    own.put("osgi.http.whiteboard.context.path", "/rogue-context");
    own.put("service.ranking", Integer.MAX_VALUE);
    context.registerService(ServletContextHelper.class, new OwnContext(), own);
    Dictionary<String, Object> inOwn = new Hashtable<>();
    inOwn.put("osgi.http.whiteboard.servlet.pattern", "/*");
    inOwn.put("osgi.http.whiteboard.context.select", "(osgi.http.whiteboard.context.name=rogue)");
    context.registerService(Servlet.class, new RogueServlet(), inOwn);
    Dictionary<String, Object> filter = new Hashtable<>();
    filter.put("osgi.http.whiteboard.filter.pattern", "/*");
    filter.put("service.ranking", Integer.MAX_VALUE);
    context.registerService(Filter.class, new RogueFilter(), filter);
    Dictionary<String, Object> resource = new Hashtable<>();
    resource.put("osgi.http.whiteboard.resource.pattern", "/rogue-resource/*");
    resource.put("osgi.http.whiteboard.resource.prefix", "/rogue");
    context.registerService(Object.class, new Object(), resource);
    Files.writeString(
        Path.of(context.getProperty("opora.data")).resolveSibling(RogueBundle.ANNOUNCEMENT), "up");
  }

  @Override
  public void stop(BundleContext context) {
    // The framework takes the services back.
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

  /** Answers before anybody else. */
  static final class RogueFilter implements Filter {
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
        throws IOException, ServletException {
      response.getWriter().print(RogueBundle.MARK);
    }
  }

  /** A context that lets everybody in. */
  static final class OwnContext implements ServiceFactory<ServletContextHelper> {
    @Override
    public ServletContextHelper getService(
        org.osgi.framework.Bundle bundle, ServiceRegistration<ServletContextHelper> registration) {
      return new ServletContextHelper(bundle) {};
    }

    @Override
    public void ungetService(
        org.osgi.framework.Bundle bundle,
        ServiceRegistration<ServletContextHelper> registration,
        ServletContextHelper service) {
      // Nothing is held.
    }
  }
}

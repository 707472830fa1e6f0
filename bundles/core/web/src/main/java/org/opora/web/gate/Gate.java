package org.opora.web.gate;

import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import org.opora.api.access.Access;
import org.opora.api.access.Accounts;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.SecondFactor;
import org.opora.api.access.Sessions;
import org.opora.api.exports.LargeExports;
import org.opora.api.inbox.Inbox;
import org.opora.api.module.Modules;
import org.opora.api.web.Centre;
import org.opora.api.web.spi.HouseNames;
import org.opora.api.web.spi.RouteSet;
import org.opora.web.drafts.Drafts;
import org.opora.web.drafts.FormKeys;
import org.opora.web.pages.Menu;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.servlet.whiteboard.Preprocessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one front door. It stands before the dispatch of the HTTP whiteboard, answers every request
 * itself and passes none on, so that whatever a bundle publishes as servlet, filter, resource or
 * context of its own is reached by nobody. It is there from the first moment on: what it needs of
 * the house may come later, and until then it lets nobody in.
 */
@Component(service = Preprocessor.class, immediate = true)
public final class Gate implements Preprocessor {
  private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile Access access;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile AuditTrail audit;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile Sessions sessions;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile SecondFactor secondFactor;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile Accounts accounts;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile Modules modules;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile Inbox inbox;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile Centre centre;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile FormKeys formKeys;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile Drafts drafts;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile LargeExports largeExports;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile HouseNames names;

  private final Porter porter;
  private final ServiceRegistration<RouteSet> list;

  @Activate
  public Gate(BundleContext context, @Reference Doors doors, @Reference Menu menu) {
    Clock clock = Clock.systemUTC();
    Services services = new Bound();
    ZoneId zone = doors.words().written().zone();
    Notices notices = new Notices(clock);
    String data = context.getProperty("opora.data");
    porter =
        new Porter(
            services,
            doors,
            new Plain(context.getProperty("opora.proxy")),
            new Hosts(context.getProperty("opora.hosts"), this::certified),
            new Identities(services, clock, zone),
            notices,
            new Frames(services, doors, menu, notices, clock),
            Path.of(data == null ? "data" : data));
    // No component: it would need the doors, which in turn wait for everything that has doors.
    list = context.registerService(RouteSet.class, new DoorList(doors), null);
  }

  @Deactivate
  void close() {
    list.unregister();
  }

  private boolean certified(String host) {
    HouseNames known = names;
    return known != null && known.ours(host);
  }

  @Override
  public void init(FilterConfig config) {
    // Nothing is configured here.
  }

  @Override
  public void destroy() {
    // Nothing is held.
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletResponse http = (HttpServletResponse) response;
    try {
      porter.serve((HttpServletRequest) request, http);
    } catch (RuntimeException failure) {
      LOG.error("A request failed at the gate.\n{}", Traces.of(failure));
      if (!http.isCommitted()) {
        http.reset();
        SecurityHeaders.write(http, request.isSecure());
        Answers.bare(500, "Something went wrong here. Please try again.", http);
      }
    }
  }

  /** The services of this moment. */
  private final class Bound implements Services {
    @Override
    public Access access() {
      return access;
    }

    @Override
    public AuditTrail audit() {
      return audit;
    }

    @Override
    public Sessions sessions() {
      return sessions;
    }

    @Override
    public SecondFactor secondFactor() {
      return secondFactor;
    }

    @Override
    public Accounts accounts() {
      return accounts;
    }

    @Override
    public Modules modules() {
      return modules;
    }

    @Override
    public Inbox inbox() {
      return inbox;
    }

    @Override
    public Centre centre() {
      return centre;
    }

    @Override
    public FormKeys formKeys() {
      return formKeys;
    }

    @Override
    public Drafts drafts() {
      return drafts;
    }

    @Override
    public LargeExports largeExports() {
      return largeExports;
    }
  }
}

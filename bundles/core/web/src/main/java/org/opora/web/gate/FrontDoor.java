package org.opora.web.gate;

import java.util.Arrays;
import org.opora.web.texts.HouseBundles;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.Preprocessor;

/**
 * Opens the port once the gate stands, and closes it before the gate leaves: without the gate the
 * server would answer with whatever any bundle has published. So the features install the server
 * without starting it.
 */
@Component(service = FrontDoor.class, immediate = true)
public final class FrontDoor {
  private static final String IMPLEMENTATION = "osgi.implementation";
  private static final String SERVER = "osgi.http";

  private final Bundle server;

  /**
   * @param house whoever else calls himself a server is not started
   * @param gate already in the whiteboard's sight when this is made
   */
  @Activate
  public FrontDoor(
      BundleContext context,
      @Reference HouseBundles house,
      @Reference(target = "(component.name=org.opora.web.gate.Gate)") Preprocessor gate)
      throws BundleException {
    server =
        Arrays.stream(context.getBundles())
            .filter(house::ours)
            .filter(FrontDoor::serves)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no server is installed"));
    // It waits beyond the level that the framework goes to. Started for this run only: at the next
    // one, too, the gate is to be there first.
    server
        .adapt(BundleStartLevel.class)
        .setStartLevel(context.getBundle().adapt(BundleStartLevel.class).getStartLevel());
    server.start(Bundle.START_TRANSIENT);
  }

  private static boolean serves(Bundle bundle) {
    BundleWiring wiring = bundle.adapt(BundleWiring.class);
    return wiring != null
        && wiring.getCapabilities(IMPLEMENTATION).stream()
            .anyMatch(brought -> SERVER.equals(brought.getAttributes().get(IMPLEMENTATION)));
  }

  @Deactivate
  public void close() throws BundleException {
    server.stop(Bundle.STOP_TRANSIENT);
  }
}

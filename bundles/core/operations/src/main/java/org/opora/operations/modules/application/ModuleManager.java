package org.opora.operations.modules.application;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.opora.api.access.AuditTrail;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.inbox.Inbox;
import org.opora.api.module.Modules;
import org.opora.api.persistence.Database;
import org.opora.api.persistence.Units;
import org.opora.api.text.Messages;
import org.opora.operations.modules.persistence.WantedModules;
import org.opora.operations.shared.Words;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one door through which modules come and go: the page, bin/opora and the inbox folder all end
 * here. One change at a time, on one thread; who asks meanwhile waits. The wanted set lies in the
 * database and its bytes in the data folder, so whatever the framework remembers can be thrown
 * away.
 */
@Component(
    service = {Modules.class, ModuleManager.class},
    immediate = true)
public class ModuleManager implements Modules {
  private static final Logger LOG = LoggerFactory.getLogger(ModuleManager.class);
  private static final long LONGEST_WAIT_SECONDS = 120;
  private static final long INBOX_MILLIS = 500;
  private static final long PATIENCE_SECONDS = 30;

  private final BundleContext context;
  private final ModuleChanges changes;
  private final AtomicInteger begun = new AtomicInteger();
  private final ScheduledExecutorService worker;
  private final BundleListener watch = this::noticeForeign;
  private final Boot boot;

  @Activate
  public ModuleManager(
      BundleContext context,
      @Reference WantedModules wanted,
      @Reference Database database,
      @Reference Units units,
      @Reference AuditTrail audit,
      @Reference Inbox inbox,
      @Reference Messages messages) {
    this.context = context;
    Catalogue catalogue = Catalogue.of(catalogueFolder(context));
    ModuleNews news = new ModuleNews(audit, inbox, messages);
    boolean demo = context.getProperty("opora.demo") != null;
    changes =
        new ModuleChanges(
            new ModuleBundles(context, units, patience(context)),
            wanted,
            new PackageStore(database.dataFolder()),
            catalogue,
            news,
            demo);
    worker = Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "opora-modules"));
    context.addBundleListener(watch);
    boot = new Boot(context);
    worker.execute(
        guarded(
            () -> {
              boot.awaitEnd();
              changes.settle();
            }));
    DeployInbox deploy = new DeployInbox(database.dataFolder(), changes, messages);
    worker.scheduleWithFixedDelay(
        guarded(deploy::look), INBOX_MILLIS, INBOX_MILLIS, TimeUnit.MILLISECONDS);
  }

  private static Duration patience(BundleContext context) {
    String seconds = context.getProperty("opora.module.patience");
    return Duration.ofSeconds(seconds == null ? PATIENCE_SECONDS : Long.parseLong(seconds));
  }

  private static Path catalogueFolder(BundleContext context) {
    String folder = context.getProperty("opora.catalogue");
    if (folder != null) {
      return Path.of(folder);
    }
    String home = context.getProperty("karaf.home");
    return home == null ? null : Path.of(home, "modules");
  }

  @Deactivate
  public void stop() throws InterruptedException {
    context.removeBundleListener(watch);
    boot.close();
    changes.stop();
    // Never interrupted: the embedded database takes an interrupt for the end of the world.
    worker.shutdown();
    if (!worker.awaitTermination(10, TimeUnit.SECONDS)) {
      LOG.warn("A change of a module was still running when the product stopped");
    }
  }

  @Override
  public List<Info> all() {
    return changes.modules();
  }

  @Override
  public Optional<Info> find(String id) {
    return changes.modules().stream().filter(module -> module.id().equals(id)).findFirst();
  }

  @Override
  public List<Away> away() {
    return changes.away();
  }

  /** Whether every wanted module has been started, or is known not to start. */
  public boolean settled() {
    return changes.settled();
  }

  /**
   * What installing or updating this module from the catalogue would do.
   *
   * @throws NotFound when there is no package for it
   */
  public Plan plan(String id) {
    return changes.plan(changes.offered(id).orElseThrow(NotFound::new));
  }

  /** What this package would do. */
  public Plan plan(Path file) {
    return changes.plan(PackageReader.read(file));
  }

  public Plan planRemoval(String id) {
    return changes.planRemoval(id);
  }

  /** Starts the change and comes back at once; the list shows how it goes. */
  public Future<Plan> begin(Plan.Change change, String id, Actor actor) {
    return submit(
        () ->
            change == Plan.Change.REMOVE
                ? changes.remove(id, actor)
                : changes.run(changes.offered(id).orElseThrow(NotFound::new), actor));
  }

  /** The same with a package of one's own. The file is read before this returns only in part. */
  public Future<Plan> begin(Path file, Actor actor) {
    return submit(() -> changes.run(PackageReader.read(file), actor));
  }

  /** Whether a change that was begun is not done yet, even if no module says so so far. */
  public boolean busy() {
    return begun.get() > 0;
  }

  private Future<Plan> submit(Callable<Plan> change) {
    begun.incrementAndGet();
    try {
      return worker.submit(
          () -> {
            try {
              return change.call();
            } finally {
              begun.decrementAndGet();
            }
          });
    } catch (RejectedExecutionException closing) {
      begun.decrementAndGet();
      throw closing;
    }
  }

  /**
   * Waits for a change that was begun.
   *
   * @throws Refused with the reason when it was not done
   */
  public static Plan await(Future<Plan> change) {
    try {
      return change.get(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException fault) {
        throw fault;
      }
      throw new IllegalStateException(failed.getCause());
    } catch (TimeoutException late) {
      throw new Refused(null, Words.of("change.late"));
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new Refused(null, Words.of("change.late"));
    }
  }

  /** Runs while no change runs: a backup sees either the old module or the new one. */
  public <T> T undisturbed(Callable<T> work) throws Exception {
    try {
      return worker.submit(work).get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof Exception fault) {
        throw fault;
      }
      throw failed;
    }
  }

  private void noticeForeign(BundleEvent event) {
    if (event.getType() == BundleEvent.INSTALLED || event.getType() == BundleEvent.UNINSTALLED) {
      try {
        worker.execute(guarded(changes::noticeForeign));
      } catch (RejectedExecutionException stopping) {
        LOG.debug("A bundle changed while the product stopped", stopping);
      }
    }
  }

  private static Runnable guarded(Runnable work) {
    return () -> {
      try {
        work.run();
      } catch (ModuleBundles.Stopped stopped) {
        LOG.info("A change of a module goes on at the next start");
      } catch (RuntimeException fault) {
        LOG.error("The module manager could not finish its work", fault);
      }
    };
  }
}

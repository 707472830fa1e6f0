package org.opora.operations.modules.application;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.module.Modules.Away;
import org.opora.api.module.Modules.Info;
import org.opora.api.module.Modules.State;
import org.opora.api.text.Text;
import org.opora.api.text.Title;
import org.opora.operations.modules.application.Plan.Change;
import org.opora.operations.modules.domain.WantedModule;
import org.opora.operations.modules.persistence.WantedModules;
import org.opora.operations.shared.Words;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The steps of a change. All but {@link #modules}, {@link #plan} and {@link #settled} run on the
 * manager's thread, one after the other. The order of the steps is what makes a kill at any moment
 * harmless: bytes, then the row that names them, then the framework, then the row again.
 */
final class ModuleChanges {
  private static final Logger LOG = LoggerFactory.getLogger(ModuleChanges.class);

  private final ModuleBundles bundles;
  private final WantedModules wanted;
  private final PackageStore store;
  private final Catalogue catalogue;
  private final ModuleNews news;
  private final boolean everythingAtFirst;
  private final Set<String> changing = ConcurrentHashMap.newKeySet();
  private final Set<Long> knownForeign = new HashSet<>();
  private volatile List<Info> modules = List.of();
  private volatile boolean settled;

  /**
   * @param everythingAtFirst whether an untouched house installs all it ships (the demo centre)
   */
  ModuleChanges(
      ModuleBundles bundles,
      WantedModules wanted,
      PackageStore store,
      Catalogue catalogue,
      ModuleNews news,
      boolean everythingAtFirst) {
    this.bundles = bundles;
    this.wanted = wanted;
    this.store = store;
    this.catalogue = catalogue;
    this.news = news;
    this.everythingAtFirst = everythingAtFirst;
    wanted.all().stream().filter(WantedModule::wanted).forEach(row -> changing.add(row.id()));
    publish();
  }

  void stop() {
    bundles.stop();
  }

  List<Info> modules() {
    return modules;
  }

  boolean settled() {
    return settled;
  }

  /** The package behind an id: of the catalogue, or the kept bytes of a module that was removed. */
  Optional<ModulePackage> offered(String id) {
    Optional<ModulePackage> shipped = catalogue.find(id);
    Optional<ModulePackage> kept =
        wanted.find(id).flatMap(row -> store.find(id, row.version(), row.sha256()));
    if (shipped.isEmpty() || kept.isEmpty()) {
      return shipped.or(() -> kept);
    }
    boolean newer = shipped.get().version().compareTo(kept.get().version()) > 0;
    return newer ? shipped : kept;
  }

  Plan plan(ModulePackage incoming) {
    WantedModule row = wanted.find(incoming.id()).orElse(null);
    boolean runs = row != null && row.wanted();
    ModulePackage former =
        row == null ? null : store.find(row.id(), row.version(), row.sha256()).orElse(null);
    boolean nothing = runs && "READY".equals(row.state()) && row.sha256().equals(incoming.sha256());
    Plan plan =
        new Plan(
            runs ? Change.UPDATE : Change.INSTALL,
            incoming.id(),
            incoming.title(),
            runs ? row.version() : null,
            incoming.version().toString(),
            incoming.migrationsBeyond(former),
            nothing,
            null);
    return nothing ? plan : problem(incoming, row, former).map(plan::but).orElse(plan);
  }

  private Optional<Text> problem(ModulePackage incoming, WantedModule row, ModulePackage former) {
    if (bundles.foreign(incoming.id()).isPresent()) {
      return Optional.of(Words.of("plan.foreign"));
    }
    if (row != null) {
      int step = incoming.version().compareTo(Version.parseVersion(row.version()));
      if (step < 0) {
        return Optional.of(
            Words.of("plan.downgrade", row.version(), incoming.version().toString()));
      }
      boolean sameBytes = row.sha256().equals(incoming.sha256());
      if (step == 0 && row.wanted() && "READY".equals(row.state()) && !sameBytes) {
        return Optional.of(Words.of("plan.same-version", row.version()));
      }
    }
    if (former != null) {
      for (Map.Entry<String, String> script : former.migrations().entrySet()) {
        if (!script.getValue().equals(incoming.migrations().get(script.getKey()))) {
          return Optional.of(Words.of("plan.migration", script.getKey()));
        }
      }
    }
    return bundles.missing(incoming).map(missing -> Words.of("plan.import", missing));
  }

  Plan planRemoval(String id) {
    WantedModule row = wanted.find(id).filter(WantedModule::wanted).orElseThrow(NotFound::new);
    return new Plan(Change.REMOVE, id, title(row), row.version(), null, List.of(), false, null);
  }

  /** Installs or updates. */
  Plan run(ModulePackage incoming, Actor actor) {
    Plan plan = plan(incoming);
    if (plan.nothing()) {
      return plan;
    }
    if (plan.problem() != null) {
      throw new Refused(null, plan.problem());
    }
    changing.add(plan.id());
    publish();
    try {
      ModulePackage kept = store.keep(incoming);
      begin(kept);
      Optional<Text> fault = start(kept);
      if (fault.isPresent()) {
        putBack(kept.id(), fault.get());
        news.changed(actor, "not-changed", plan);
        throw new Refused(null, fault.get());
      }
      wanted.change(kept.id(), row -> row.ready(Instant.now()));
      news.changed(actor, plan.change() == Change.INSTALL ? "installed" : "updated", plan);
      store.tidy(wanted.all());
      return plan;
    } catch (IOException disk) {
      LOG.error("Bytes of module {} could not be kept", plan.id(), disk);
      throw new Refused(null, Words.of("failed.disk"));
    } finally {
      changing.remove(plan.id());
      publish();
    }
  }

  Plan remove(String id, Actor actor) {
    Plan plan = planRemoval(id);
    changing.add(id);
    publish();
    try {
      bundles.remove(id);
      wanted.change(id, row -> row.removed(null, null, Instant.now()));
      news.changed(actor, "removed", plan);
      return plan;
    } catch (BundleException fault) {
      LOG.error("Module {} could not be removed", id, fault);
      throw new Refused(null, Words.of("failed.remove"));
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new Refused(null, Words.of("change.late"));
    } finally {
      changing.remove(id);
      publish();
    }
  }

  /** At start: what is wanted runs, what is not wanted does not, what broke off is finished. */
  void settle() {
    List<WantedModule> rows = wanted.all();
    Set<String> wantedIds = new HashSet<>();
    for (WantedModule row : rows) {
      if (row.wanted()) {
        wantedIds.add(row.id());
        settle(row);
      }
    }
    for (String id : bundles.installed()) {
      if (!wantedIds.contains(id)) {
        discard(id);
      }
    }
    if (rows.isEmpty() && everythingAtFirst) {
      catalogue.all().forEach(this::installAtFirst);
    }
    tidy();
    settled = true;
    noticeForeign();
  }

  private void installAtFirst(ModulePackage shipped) {
    try {
      run(shipped, Actor.of(Actor.Door.START));
    } catch (Refused refused) {
      LOG.error("Module {} could not be installed: {}", shipped.id(), refused.text().key());
    }
  }

  private void settle(WantedModule row) {
    try {
      ModulePackage chosen = choose(row).orElse(null);
      if (chosen == null) {
        wanted.change(row.id(), r -> r.failed("failed.bytes", null, Instant.now()));
        LOG.error("Bytes of module {} {} are not there", row.id(), row.version());
        return;
      }
      if (!chosen.sha256().equals(row.sha256())) {
        begin(store.keep(chosen));
      }
      Optional<Text> fault = start(chosen);
      if (fault.isPresent()) {
        putBack(row.id(), fault.get());
      } else if (!"READY".equals(row.state()) || !chosen.sha256().equals(row.sha256())) {
        wanted.change(row.id(), r -> r.ready(Instant.now()));
      }
    } catch (IOException disk) {
      LOG.error("Bytes of module {} could not be kept", row.id(), disk);
    } finally {
      changing.remove(row.id());
      publish();
    }
  }

  /** What is shipped wins when it is the same version or a newer one: the house was updated. */
  private Optional<ModulePackage> choose(WantedModule row) {
    Optional<ModulePackage> kept =
        store
            .find(row.id(), row.version(), row.sha256())
            .or(
                () ->
                    row.previousVersion() == null
                        ? Optional.empty()
                        : store.find(row.id(), row.previousVersion(), row.previousSha256()));
    Optional<ModulePackage> shipped = catalogue.find(row.id());
    if (shipped.isEmpty() || kept.isEmpty()) {
      return kept.or(() -> shipped);
    }
    return shipped.get().version().compareTo(kept.get().version()) >= 0 ? shipped : kept;
  }

  private void begin(ModulePackage module) {
    wanted.change(
        module.id(),
        row ->
            row.begin(
                module.version().toString(),
                module.sha256(),
                module.title().cs(),
                module.title().pl(),
                module.title().en(),
                Instant.now()));
  }

  /** Runs the bundle; answers why it does not work. */
  private Optional<Text> start(ModulePackage module) {
    try {
      bundles.run(module);
      Optional<Text> lacking = bundles.awaitHealthy(module);
      lacking.ifPresent(
          text ->
              LOG.error(
                  "Module {} {} is not ready: {}", module.id(), module.version(), text.key()));
      return lacking;
    } catch (ModuleBundles.Stopped stopped) {
      // The row still says CHANGING: the next start goes on from there.
      throw stopped;
    } catch (BundleException | IOException | RuntimeException fault) {
      LOG.error("Module {} {} does not start", module.id(), module.version(), fault);
      return Optional.of(Words.of("failed.start"));
    } catch (InterruptedException nobody) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("nobody interrupts the manager", nobody);
    }
  }

  private void putBack(String id, Text reason) {
    String key = Words.key(reason);
    String arguments = Words.pack(reason);
    WantedModule row = wanted.find(id).orElseThrow();
    if (row.previousVersion() == null) {
      boolean ranBefore = "READY".equals(row.state()) || "FAILED".equals(row.state());
      discard(id);
      wanted.change(
          id,
          r -> {
            if (ranBefore) {
              r.failed(key, arguments, Instant.now());
            } else {
              r.removed(key, arguments, Instant.now());
            }
          });
      return;
    }
    Optional<ModulePackage> former = store.find(id, row.previousVersion(), row.previousSha256());
    boolean runs = former.isPresent() && start(former.get()).isEmpty();
    wanted.change(
        id,
        r -> {
          if (runs) {
            r.putBack(key, arguments, Instant.now());
          } else {
            r.failed(key, arguments, Instant.now());
          }
        });
  }

  private void discard(String id) {
    try {
      bundles.remove(id);
    } catch (BundleException fault) {
      LOG.error("Module {} could not be taken out", id, fault);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private void tidy() {
    try {
      store.tidy(wanted.all());
    } catch (IOException disk) {
      LOG.warn("Old packages could not be deleted", disk);
    }
  }

  void noticeForeign() {
    for (Bundle bundle : bundles.foreign()) {
      if (knownForeign.add(bundle.getBundleId())) {
        news.foreign(bundle.getSymbolicName(), bundle.getVersion().toString());
      }
    }
    publish();
  }

  private void publish() {
    Map<String, Info> all = new TreeMap<>();
    for (ModulePackage offer : catalogue.all()) {
      all.put(
          offer.id(),
          new Info(
              offer.id(),
              offer.title(),
              offer.version().toString(),
              null,
              changing.contains(offer.id()) ? State.CHANGING : State.AVAILABLE,
              null,
              null));
    }
    for (WantedModule row : wanted.all()) {
      all.put(row.id(), info(row));
    }
    for (Bundle bundle : bundles.foreign()) {
      String id = bundle.getHeaders("").get("Opora-Module").strip();
      String name = bundle.getSymbolicName();
      all.put(
          id,
          new Info(
              id,
              new Title(name, name, name),
              bundle.getVersion().toString(),
              null,
              State.FAILED,
              Words.of("foreign"),
              null));
    }
    modules = List.copyOf(new ArrayList<>(all.values()));
  }

  List<Away> away() {
    return wanted.absences().stream()
        .map(absence -> new Away(absence.module(), absence.from(), absence.until()))
        .toList();
  }

  private Info info(WantedModule row) {
    String offered =
        catalogue
            .find(row.id())
            .filter(offer -> offer.version().compareTo(Version.parseVersion(row.version())) > 0)
            .map(offer -> offer.version().toString())
            .orElse(null);
    State state =
        changing.contains(row.id())
            ? State.CHANGING
            : State.valueOf(row.state().toUpperCase(Locale.ROOT));
    Text reason = Words.unpack(row.reasonKey(), row.reasonArguments());
    return new Info(row.id(), title(row), row.version(), offered, state, reason, row.changedAt());
  }

  private static Title title(WantedModule row) {
    return new Title(row.titleCs(), row.titlePl(), row.titleEn());
  }
}

package org.opora.registry.house.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.module.spi.Module;
import org.opora.api.module.spi.Service;
import org.opora.api.persistence.Transactions;
import org.opora.api.text.Text;
import org.opora.registry.house.domain.KnownService;
import org.opora.registry.house.domain.ServiceActivity;
import org.opora.registry.house.domain.ServiceActivityBefore;
import org.opora.registry.house.persistence.HouseQueries;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Which activity of the mandate each service belongs to. The services are those of the bundles that
 * are installed; a module knows no mandate, so the centre says it.
 */
@Component(service = ServicesDesk.class, immediate = true)
public final class ServicesDesk {
  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final LawShelf law;
  private final MandateDesk mandates;

  private final List<Module> modules = new CopyOnWriteArrayList<>();

  @Activate
  public ServicesDesk(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference LawShelf law,
      @Reference MandateDesk mandates) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.law = law;
    this.mandates = mandates;
  }

  /** With these bundles and no other. */
  public ServicesDesk with(Module... installed) {
    modules.clear();
    for (Module module : installed) {
      addModule(module);
    }
    return this;
  }

  /** What it renders is known from now on, also when it is away. */
  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void addModule(Module module) {
    modules.add(module);
    if (module.services().isEmpty()) {
      return;
    }
    tx.run(
        em ->
            module.services().stream()
                .map(Service::evidence)
                .distinct()
                .filter(service -> em.find(KnownService.class, service) == null)
                .forEach(service -> em.persist(new KnownService(service))));
  }

  public void removeModule(Module module) {
    modules.remove(module);
  }

  /**
   * A service and what it belongs to.
   *
   * @param version 0 while it belongs to nothing
   * @param activity code; null while it belongs to nothing, as {@code activityTitle} is
   * @param covered whether a mandate in force covers the activity
   */
  public record Row(
      String evidence,
      Text title,
      long version,
      String activity,
      Text activityTitle,
      boolean covered) {}

  /** Services that belong to no activity first, then in the order of their bundles. */
  public List<Row> all(Viewer viewer) {
    return all(viewer, mandates.all(viewer));
  }

  /**
   * @param all every mandate
   */
  public List<Row> all(Viewer viewer, List<MandateView> all) {
    access.require(viewer, House.READ);
    Set<String> covered = MandateDesk.activities(all);
    Map<String, ServiceActivity> known =
        tx.read(em -> new HouseQueries(em).services()).stream()
            .collect(Collectors.toMap(ServiceActivity::service, Function.identity()));
    return services().values().stream()
        .map(service -> row(service, known.get(service.evidence()), covered))
        .sorted(Comparator.comparing(row -> row.activity() != null))
        .toList();
  }

  private Row row(Service service, ServiceActivity tied, Set<String> covered) {
    return tied == null
        ? new Row(service.evidence(), service.title(), 0, null, null, false)
        : new Row(
            service.evidence(),
            service.title(),
            tied.version(),
            tied.activity(),
            law.activity(tied.activity()),
            covered.contains(tied.activity()));
  }

  /**
   * Every service with the code of the activity to which it belonged on the day, for whoever counts
   * what was done; an activity is null while nobody has said it. Those of a bundle that is away
   * follow, because what it did was done. It is about nobody and asks for no viewer.
   */
  public Map<Service, String> tied(LocalDate day) {
    return tx.read(
        em -> {
          HouseQueries queries = new HouseQueries(em);
          Map<String, String> activities = new HashMap<>();
          queries.services().forEach(tie -> activities.put(tie.service(), tie.activity()));
          // The latest comes first, so what holds is the earliest that lasted until the day.
          queries.before().stream()
              .filter(before -> !before.until().isBefore(day))
              .forEach(before -> activities.put(before.service(), before.activity()));
          Map<String, Service> all = services();
          queries
              .known()
              .forEach(
                  code ->
                      all.putIfAbsent(
                          code, new Service(code, Refusals.text("counts.service.other", code))));
          Map<Service, String> tied = new LinkedHashMap<>();
          all.values().forEach(service -> tied.put(service, activities.get(service.evidence())));
          return tied;
        });
  }

  private Map<String, Service> services() {
    Map<String, Service> all = new LinkedHashMap<>();
    modules.stream()
        .sorted(Comparator.comparingInt(Module::order).thenComparing(Module::id))
        .flatMap(module -> module.services().stream())
        .forEach(service -> all.putIfAbsent(service.evidence(), service));
    return all;
  }

  /**
   * @throws NotFound when no installed bundle renders it
   */
  public Row one(Viewer viewer, String service) {
    return all(viewer).stream()
        .filter(row -> row.evidence().equals(service))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /**
   * Says to which activity a service belongs, and always did unless it belonged to another one
   * until a day that was said.
   */
  public void tie(Viewer viewer, String service, long version, String activity) {
    tie(viewer, service, version, activity, null);
  }

  /**
   * @param since first day on which it belongs to this one: what was done before stays under the
   *     former one; null to put right what was said
   * @throws org.opora.api.faults.Refused beside the field
   */
  public void tie(Viewer viewer, String service, long version, String activity, LocalDate since) {
    access.require(viewer, House.WRITE);
    if (!services().containsKey(service)) {
      throw new NotFound();
    }
    if (law.activities().stream().noneMatch(one -> one.code().equals(activity))) {
      throw Refusals.refused("activity", "refused.required");
    }
    tx.run(
        em -> {
          ServiceActivity row = em.find(ServiceActivity.class, service);
          Refusals.fresh(row == null ? 0 : row.version(), version);
          if (row == null) {
            em.persist(new ServiceActivity(service, activity));
          } else {
            if (since != null && !row.activity().equals(activity)) {
              keep(em, viewer, row, since);
            }
            row.belongsTo(activity);
          }
          audit.wrote(
              viewer, "service.tied", List.of(), "service=" + service + ";activity=" + activity);
        });
  }

  /** What it belonged to stays, for the days before. */
  private static void keep(EntityManager em, Viewer viewer, ServiceActivity row, LocalDate since) {
    if (since.isAfter(viewer.today())) {
      throw Refusals.refused("since", "refused.future", since);
    }
    LocalDate until = since.minusDays(1);
    new HouseQueries(em)
        .before().stream()
            .filter(before -> before.service().equals(row.service()))
            .map(ServiceActivityBefore::until)
            .filter(last -> !last.isBefore(until))
            .findFirst()
            .ifPresent(
                last -> {
                  throw Refusals.refused("since", "refused.service-since", last);
                });
    em.persist(new ServiceActivityBefore(row.service(), until, row.activity()));
  }
}

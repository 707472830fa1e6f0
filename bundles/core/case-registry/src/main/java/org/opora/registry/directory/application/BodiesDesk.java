package org.opora.registry.directory.application;

import jakarta.persistence.EntityManager;
import java.text.Collator;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Viewer;
import org.opora.api.bodies.Bodies;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.BodyId;
import org.opora.api.ids.Ids;
import org.opora.api.paging.Page;
import org.opora.api.persistence.Transactions;
import org.opora.registry.directory.domain.Body;
import org.opora.registry.directory.domain.BodyName;
import org.opora.registry.directory.domain.BodyWord;
import org.opora.registry.directory.domain.Official;
import org.opora.registry.directory.persistence.BodyQueries;
import org.opora.registry.directory.persistence.BodyRow;
import org.opora.registry.people.domain.Fold;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.persistence.Chunks;
import org.opora.registry.shared.persistence.Cursors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The directory of bodies and officials. It holds no client, so its lists have no scope. */
@Component(service = {Bodies.class, BodiesDesk.class})
public final class BodiesDesk implements Bodies {
  private static final String RENAMED = "renamed";
  private static final int MOST = 100;
  private static final String BODY = "body=";
  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;

  @Activate
  public BodiesDesk(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
  }

  @Override
  public List<Line> find(Viewer viewer, String words, int limit) {
    List<String> folded = Fold.words(words);
    if (folded.isEmpty()) {
      access.require(viewer, READ);
      return List.of();
    }
    return list(viewer, words, null, true, null, limit).items().stream()
        .map(BodiesDesk::line)
        .toList();
  }

  @Override
  public Map<BodyId, Line> lines(Collection<BodyId> bodies) {
    Map<BodyId, Line> lines = new HashMap<>();
    tx.read(em -> new BodyQueries(em).rows(Chunks.values(bodies)))
        .forEach(row -> lines.put(row.id(), line(row)));
    return lines;
  }

  private static Line line(BodyRow row) {
    return new Line(
        row.id(), row.kind(), row.name(), row.town(), row.dataBox(), row.until(), row.replacedBy());
  }

  /**
   * Bodies by name.
   *
   * @param words null or empty for all
   * @param kind null for every kind
   * @param current only entries that hold today
   */
  public Page<BodyRow> list(
      Viewer viewer, String words, Kind kind, boolean current, String after, int limit) {
    access.require(viewer, READ);
    LocalDate day = current ? viewer.today() : null;
    return tx.read(
        em ->
            new BodyQueries(em)
                .page(Fold.words(words), kind, day, after, Cursors.within(limit, MOST)));
  }

  public BodyView view(Viewer viewer, BodyId body) {
    access.require(viewer, READ);
    return tx.read(
        em -> {
          BodyQueries queries = new BodyQueries(em);
          long version = Held.load(em, Body.class, body.value()).version();
          BodyRow row = queries.rows(List.of(body.value())).get(0);
          return new BodyView(
              row,
              version,
              queries.names(body).stream()
                  .map(one -> new BodyView.FormerName(one.id(), one.name(), one.until()))
                  .toList(),
              officials(viewer, queries.officials(body)),
              row.replacedBy() == null
                  ? null
                  : line(queries.rows(List.of(row.replacedBy().value())).get(0)),
              queries.replacedBy(body).stream().map(BodiesDesk::line).toList());
        });
  }

  private static List<BodyView.Person> officials(Viewer viewer, List<Official> rows) {
    Collator alphabet = Collator.getInstance(viewer.locale());
    return rows.stream()
        .map(row -> person(viewer, row))
        .sorted(
            Comparator.comparing((BodyView.Person one) -> !one.now())
                .thenComparing(one -> one.text().name(), alphabet)
                .thenComparing(BodyView.Person::id))
        .toList();
  }

  private static BodyView.Person person(Viewer viewer, Official row) {
    return new BodyView.Person(
        row.id(),
        row.version(),
        new NewOfficial(row.name(), row.post(), row.email(), row.phone(), row.since(), row.until()),
        row.thereOn(viewer.today()));
  }

  public BodyId add(Viewer viewer, NewBody body) {
    access.require(viewer, WRITE);
    NewBody checked = BodyCheck.body(body);
    return tx.required(
        em -> {
          Body row = new Body(BodyId.next());
          write(row, checked);
          em.persist(row);
          words(em, row);
          audit.wrote(viewer, "body.added", List.of(), BODY + row.id());
          return row.id();
        });
  }

  /**
   * @param renamed first day of another name, so that the former one is kept; null when another
   *     name only mends a slip
   */
  public void amend(Viewer viewer, BodyId body, long version, NewBody now, LocalDate renamed) {
    access.require(viewer, WRITE);
    NewBody checked = BodyCheck.body(now);
    tx.run(
        em -> {
          Body row = held(em, body, version);
          if (row.replacedBy() != null && checked.until() == null) {
            throw Refusals.refused("until", "refused.body-replaced");
          }
          if (renamed != null && !row.name().equals(checked.name())) {
            keepName(em, viewer, row, renamed);
          }
          write(row, checked);
          words(em, row);
          audit.wrote(viewer, "body.amended", List.of(), BODY + body);
        });
  }

  private static void keepName(EntityManager em, Viewer viewer, Body row, LocalDate renamed) {
    if (renamed.isAfter(viewer.today())) {
      throw Refusals.refused(RENAMED, "refused.body-renamed-later", renamed);
    }
    LocalDate begun =
        new BodyQueries(em)
            .names(row.id()).stream()
                .findFirst()
                .map(former -> former.until().plusDays(1))
                .orElse(row.since());
    if (begun != null && !renamed.isAfter(begun)) {
      throw Refusals.refused(RENAMED, "refused.body-renamed-before", begun);
    }
    em.persist(new BodyName(Ids.next(), row.id(), row.name(), renamed.minusDays(1)));
  }

  /** The body was never called so: what was taken for a former name was a slip. */
  public void removeName(Viewer viewer, BodyId body, UUID name) {
    access.require(viewer, WRITE);
    tx.run(
        em -> {
          Body row = Held.hold(em, Body.class, body.value());
          BodyName former = em.find(BodyName.class, name);
          if (former == null || !former.body().equals(body.value())) {
            throw new NotFound();
          }
          em.remove(former);
          words(em, row);
          audit.wrote(viewer, "body.name-removed", List.of(), BODY + body + ";name=" + name);
        });
  }

  /**
   * Somebody else goes on: the office moved, or was merged.
   *
   * @param lastDay last day of this entry
   */
  public void replace(
      Viewer viewer, BodyId body, long version, BodyId successor, LocalDate lastDay) {
    access.require(viewer, WRITE);
    if (successor == null) {
      throw Refusals.refused("successor", "refused.body-unknown");
    }
    LocalDate day = Refusals.day("lastDay", lastDay);
    tx.run(
        em -> {
          Body row = held(em, body, version);
          Refusals.inOrder("lastDay", row.since() == null ? day : row.since(), day);
          notInACircle(em, body, successor);
          row.giveWayTo(successor, day);
          audit.wrote(viewer, "body.replaced", List.of(), BODY + body + ";by=" + successor);
        });
  }

  /** Two offices that give way to each other would send a letter round for ever. */
  private static void notInACircle(EntityManager em, BodyId body, BodyId successor) {
    Set<BodyId> passed = new LinkedHashSet<>();
    for (BodyId next = successor; next != null && passed.add(next); ) {
      if (next.equals(body)) {
        throw Refusals.refused("successor", "refused.body-circle");
      }
      next = Held.hold(em, Body.class, next.value()).replacedBy();
    }
  }

  /** The entry holds again: the successor was a mistake. */
  public void reinstate(Viewer viewer, BodyId body, long version) {
    access.require(viewer, WRITE);
    tx.run(
        em -> {
          Body row = held(em, body, version);
          if (row.replacedBy() == null) {
            throw Refusals.refused(null, "refused.body-not-replaced");
          }
          row.comeBack();
          audit.wrote(viewer, "body.reinstated", List.of(), BODY + body);
        });
  }

  /**
   * @throws NotFound when the body has no such official
   */
  public BodyView.Person official(Viewer viewer, BodyId body, UUID official) {
    access.require(viewer, READ);
    return tx.read(em -> person(viewer, ofBody(Held.load(em, Official.class, official), body)));
  }

  public UUID addOfficial(Viewer viewer, BodyId body, NewOfficial official) {
    access.require(viewer, WRITE);
    NewOfficial checked = BodyCheck.official(official);
    return tx.required(
        em -> {
          Body at = Held.hold(em, Body.class, body.value());
          Official row = new Official(Ids.next(), body);
          write(row, checked);
          em.persist(row);
          words(em, at);
          audit.wrote(viewer, "official.added", List.of(), BODY + body + ";official=" + row.id());
          return row.id();
        });
  }

  public void amendOfficial(
      Viewer viewer, BodyId body, UUID official, long version, NewOfficial now) {
    access.require(viewer, WRITE);
    NewOfficial checked = BodyCheck.official(now);
    tx.run(
        em -> {
          Body at = Held.hold(em, Body.class, body.value());
          Official row = ofBody(Held.hold(em, Official.class, official), body);
          Refusals.fresh(row.version(), version);
          write(row, checked);
          words(em, at);
          audit.wrote(viewer, "official.amended", List.of(), BODY + body + ";official=" + official);
        });
  }

  private static Official ofBody(Official row, BodyId body) {
    if (!row.body().equals(body)) {
      throw new NotFound();
    }
    return row;
  }

  private static Body held(EntityManager em, BodyId body, long version) {
    Body row = Held.hold(em, Body.class, body.value());
    Refusals.fresh(row.version(), version);
    return row;
  }

  private static void write(Body row, NewBody body) {
    row.isCalled(body.kind(), body.name(), Fold.fold(body.name()));
    row.isAt(body.street(), body.town(), body.postalCode());
    row.isReached(body.dataBox(), body.email(), body.phone());
    row.isEntered(body.ico(), body.since(), body.until());
  }

  private static void write(Official row, NewOfficial official) {
    row.is(
        official.name(),
        official.post(),
        official.email(),
        official.phone(),
        official.since(),
        official.until());
  }

  /** All words by which the body is found, anew: there are few. */
  private static void words(EntityManager em, Body row) {
    em.flush();
    em.createQuery("DELETE FROM BodyWord w WHERE w.body = :body")
        .setParameter("body", row.id().value())
        .executeUpdate();
    BodyQueries queries = new BodyQueries(em);
    Stream.of(
            Stream.of(row.name(), row.town(), row.ico(), row.dataBox()),
            queries.names(row.id()).stream().map(BodyName::name),
            queries.officials(row.id()).stream().map(Official::name))
        .flatMap(texts -> texts)
        .flatMap(text -> Fold.words(text).stream())
        .distinct()
        .forEach(word -> em.persist(new BodyWord(Ids.next(), row.id(), word)));
  }
}

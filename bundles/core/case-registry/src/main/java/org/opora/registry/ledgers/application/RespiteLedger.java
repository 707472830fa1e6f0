package org.opora.registry.ledgers.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.opora.api.access.Viewer;
import org.opora.api.evidence.About;
import org.opora.api.evidence.Kinds;
import org.opora.api.evidence.NewFact;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.people.PersonName;
import org.opora.registry.care.persistence.VisitQueries;
import org.opora.registry.files.domain.Placement;
import org.opora.registry.ledgers.domain.BalanceKind;
import org.opora.registry.ledgers.domain.LedgerEntry.Written;
import org.opora.registry.ledgers.domain.RespiteCarer;
import org.opora.registry.ledgers.domain.RespiteEntry;
import org.opora.registry.ledgers.persistence.LedgerQueries;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Days on which somebody else looked after children of a family. One entry is of one child; it
 * takes a day from the child's ledger, and from that of each carer whom it names.
 */
@Component(service = RespiteLedger.class)
public final class RespiteLedger
    extends Ledger<RespiteEntry, RespiteLedger.NewRespite, RespiteLedger.Line> {
  private final LedgerTools tools;

  @Activate
  public RespiteLedger(@Reference LedgerTools tools) {
    super(tools, LedgerQueries.Of.RESPITE, RespiteEntry.class, RespiteEntry.CODE, "RESPITE_ENTRY");
    this.tools = tools;
  }

  /**
   * @param child who stayed with the family on all of these days
   * @param carers who had the respite; carers of the file, now or once
   * @param overWhy why it may be more than the right allows, or null
   */
  public record NewRespite(
      PersonId child,
      Set<PersonId> carers,
      LocalDate first,
      LocalDate last,
      String note,
      String overWhy) {
    public NewRespite {
      carers = Set.copyOf(carers);
    }

    /** Every day begun. */
    public long days() {
      return ChronoUnit.DAYS.between(first, last) + 1;
    }

    private NewRespite of(PersonId other) {
      return new NewRespite(other, carers, first, last, note, overWhy);
    }
  }

  /**
   * An entry as the viewer sees it.
   *
   * @param name null when the viewer may not know of the child any more
   * @param carers whom the viewer may know
   * @param balanced day of the opening balance in which some of its days are for the carers; null
   *     when they count by themselves
   */
  public record Line(
      Mark mark, PersonName name, List<PersonName> carers, NewRespite text, LocalDate balanced) {}

  /**
   * The same days of several children, an entry each.
   *
   * @return key of one of them
   * @throws org.opora.api.faults.Refused beside the field
   */
  public UUID add(Viewer viewer, CaseFileId file, Collection<PersonId> children, NewRespite typed) {
    if (children.isEmpty()) {
      throw Refusals.refused("children", "refused.required");
    }
    return tools
        .tx()
        .required(
            em ->
                children.stream()
                    .map(child -> add(viewer, file, typed.of(child)))
                    .reduce((one, other) -> one)
                    .orElseThrow());
  }

  @Override
  NewRespite check(EntityManager em, Viewer viewer, CaseFileId file, NewRespite typed) {
    LocalDate first = Refusals.day("first", typed.first());
    LocalDate last = Refusals.day("last", typed.last());
    Refusals.inOrder("last", first, last);
    if (last.isAfter(viewer.today())) {
      throw Refusals.refused("last", "refused.future", last);
    }
    if (typed.carers().isEmpty()) {
      throw Refusals.refused("carers", "refused.required");
    }
    if (!new LedgerQueries(em).carersOf(file).containsAll(typed.carers())
        || names(em, viewer, typed.carers().stream()).size() < typed.carers().size()) {
      throw Refusals.refused("carers", "refused.ledger-carer");
    }
    if (!new VisitQueries(em).childrenOf(file).containsKey(typed.child().value())
        || names(em, viewer, Stream.of(typed.child())).isEmpty()) {
      throw Refusals.refused("children", "refused.respite-child");
    }
    stay(em, file, typed.child(), first, last);
    return new NewRespite(
        typed.child(),
        typed.carers(),
        first,
        last,
        Refusals.optional("note", typed.note(), LONGEST_TEXT),
        Refusals.optional("overWhy", typed.overWhy(), LONGEST_TEXT));
  }

  /** The stay with the family in which all of these days are. */
  private static Placement stay(
      EntityManager em, CaseFileId file, PersonId child, LocalDate first, LocalDate last) {
    return em.createQuery(
            "SELECT p FROM Placement p WHERE p.file = :file AND p.child = :child", Placement.class)
        .setParameter("file", file.value())
        .setParameter("child", child.value())
        .getResultStream()
        .filter(one -> one.since() == null || !one.since().isAfter(first))
        .filter(one -> one.until() == null || !one.until().isBefore(last))
        .findFirst()
        .orElseThrow(() -> Refusals.refused("first", "refused.respite-stay"));
  }

  @Override
  RespiteEntry write(EntityManager em, Written written, NewRespite now) {
    Placement stay = stay(em, written.file(), now.child(), now.first(), now.last());
    RespiteEntry row =
        new RespiteEntry(
            written,
            now.child(),
            stay.childFile(),
            now.first(),
            now.last(),
            new RespiteEntry.Words(
                seals().seal(written.file(), written.id(), "NOTE", now.note()),
                seals().seal(written.file(), written.id(), "OVER_WHY", now.overWhy())));
    em.persist(row);
    em.flush();
    now.carers().stream()
        .sorted((one, other) -> one.value().compareTo(other.value()))
        .forEach(carer -> em.persist(new RespiteCarer(Ids.next(), row.id(), carer)));
    return row;
  }

  @Override
  List<NewFact> facts(EntityManager em, RespiteEntry row, NewRespite now) {
    List<NewFact> facts = new ArrayList<>();
    Stream.concat(Stream.of(row.child()), now.carers().stream())
        .distinct()
        .map(
            person ->
                NewFact.of(Kinds.RESPITE, About.person(row.file(), person), row.day())
                    .until(row.last()))
        .map(fact -> now.overWhy() == null ? fact : fact.formed(Kinds.JUSTIFIED))
        .forEach(facts::add);
    return facts;
  }

  @Override
  List<Line> views(EntityManager em, Viewer viewer, List<Marked<RespiteEntry>> rows) {
    Map<UUID, List<PersonId>> carers =
        new LedgerQueries(em).carers(rows.stream().map(one -> one.row().id()).toList());
    Map<PersonId, PersonName> names =
        names(
            em,
            viewer,
            Stream.concat(
                rows.stream().map(one -> one.row().child()),
                carers.values().stream().flatMap(List::stream)));
    if (rows.isEmpty()) {
      return List.of();
    }
    Balanced balanced = Balanced.of(em, rows.get(0).row().file(), BalanceKind.RESPITE_DAYS);
    return rows.stream()
        .map(
            one -> {
              RespiteEntry row = one.row();
              List<PersonId> whose = carers.getOrDefault(row.id(), List.of());
              return new Line(
                  one.mark(),
                  names.get(row.child()),
                  whose.stream().filter(names::containsKey).map(names::get).toList(),
                  new NewRespite(
                      row.child(),
                      Set.copyOf(whose),
                      row.day(),
                      row.last(),
                      seals().open(row.file(), row.id(), "NOTE", row.words().note()),
                      seals().open(row.file(), row.id(), "OVER_WHY", row.words().overWhy())),
                  row.counts()
                      ? whose.stream()
                          .map(carer -> balanced.on(carer, row.day(), row.last()))
                          .filter(Objects::nonNull)
                          .findFirst()
                          .orElse(null)
                      : null);
            })
        .toList();
  }
}

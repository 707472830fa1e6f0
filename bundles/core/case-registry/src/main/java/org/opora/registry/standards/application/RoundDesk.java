package org.opora.registry.standards.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Viewer;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.Ids;
import org.opora.api.ids.StaffId;
import org.opora.api.paging.Page;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.api.standards.InternalRules;
import org.opora.api.standards.Standards;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.persistence.Cursors;
import org.opora.registry.standards.domain.AssessedCriterion;
import org.opora.registry.standards.domain.AssessedCriterion.Asked;
import org.opora.registry.standards.domain.AssessmentProof;
import org.opora.registry.standards.domain.AssessmentRound;
import org.opora.registry.standards.persistence.IssuedRow;
import org.opora.registry.standards.persistence.RoundQueries;
import org.opora.registry.standards.persistence.RuleQueries;
import org.opora.registry.standards.persistence.Tally;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Rounds of self-assessment and their marks. */
@Component(service = {RoundDesk.class, Standards.class})
public final class RoundDesk implements Standards {
  private static final int LINE = 200;
  private static final int PART = 1000;
  private static final int WORDS = 4000;
  private static final int EVIDENCE = 2000;
  private static final int LONGEST_PAGE = 100;
  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final Staff staff;
  private final CriteriaDesk criteria;
  private final StandardsShelf law;
  private final PlanDesk plan;

  @Activate
  public RoundDesk(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Staff staff,
      @Reference CriteriaDesk criteria,
      @Reference StandardsShelf law,
      @Reference PlanDesk plan) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.staff = staff;
    this.criteria = criteria;
    this.law = law;
    this.plan = plan;
  }

  /**
   * A round in the list.
   *
   * @param most points it could have at best
   * @param missing how many criteria of the law its list does not know; 0 also when no pack says
   *     how many there are
   */
  public record RoundLine(
      UUID id,
      String title,
      LocalDate begunOn,
      String begunBy,
      boolean closed,
      LocalDate closedOn,
      long criteria,
      long marked,
      long points,
      long most,
      long missing) {}

  /** Rounds, the newest first. */
  public Page<RoundLine> list(Viewer viewer, String after, int limit) {
    access.require(viewer, READ);
    return tx.read(
        em -> {
          RoundQueries queries = new RoundQueries(em);
          Page<AssessmentRound> rounds = queries.page(after, Cursors.within(limit, LONGEST_PAGE));
          Map<UUID, Tally> tallies =
              queries.tallies(rounds.items().stream().map(AssessmentRound::id).toList());
          Map<StaffId, String> names =
              staff.names(
                  rounds.items().stream()
                      .map(AssessmentRound::begunBy)
                      .collect(Collectors.toSet()));
          return rounds.map(
              row -> {
                Tally tally = tallies.getOrDefault(row.id(), new Tally(row.id(), 0L, 0L, 0L, 0L));
                return new RoundLine(
                    row.id(),
                    row.title(),
                    row.begunOn(),
                    names.get(row.begunBy()),
                    row.closed(),
                    row.closedOn(),
                    tally.criteria(),
                    tally.marked(),
                    tally.points(),
                    tally.criteria() * row.bestMark(),
                    row.lawCriteria() == null
                        ? 0
                        : Math.max(0, row.lawCriteria() - tally.lettered()));
              });
        });
  }

  /**
   * @throws NotFound when there is none
   */
  public RoundView view(Viewer viewer, UUID round) {
    access.require(viewer, READ);
    return tx.read(
        em -> new RoundReader(em, viewer, staff).view(Held.load(em, AssessmentRound.class, round)));
  }

  /** Whether a round is open now, so that no other can begin. */
  public boolean anyOpen(Viewer viewer) {
    access.require(viewer, READ);
    return tx.read(em -> new RoundQueries(em).anyOpen());
  }

  @Override
  public UUID begin(Viewer viewer, NewRound round) {
    access.require(viewer, WRITE);
    String title = Refusals.line("title", round.title(), LINE);
    String part = Refusals.optional("takingPart", round.takingPart(), PART);
    past(viewer, "begunOn", round.begunOn());
    int best =
        law.bestMark(round.begunOn())
            .orElseThrow(() -> Refusals.refused(null, "refused.standards-no-law"))
            .value();
    return tx.required(
        em -> {
          CriteriaDesk.hold(em);
          RoundQueries queries = new RoundQueries(em);
          if (queries.anyOpen()) {
            throw Refusals.refused(null, "refused.standards-open");
          }
          List<Asked> asked = criteria.asked(queries.own(), round.begunOn());
          if (asked.isEmpty()) {
            throw Refusals.refused(null, "refused.standards-no-law");
          }
          AssessmentRound row =
              new AssessmentRound(
                  Ids.next(),
                  best,
                  queries.lastClosed(round.begunOn()).orElse(null),
                  round.begunOn(),
                  viewer.staff());
          row.says(title, part);
          row.measuredBy(ofTheLaw(round.begunOn()));
          em.persist(row);
          em.flush();
          for (int i = 0; i < asked.size(); i++) {
            add(em, row, asked.get(i), i);
          }
          wrote(viewer, "standards.round-begun", row.id());
          return row.id();
        });
  }

  private Integer ofTheLaw(LocalDate day) {
    return law.criteria(day).map(Parameter::value).orElse(null);
  }

  private static void add(EntityManager em, AssessmentRound round, Asked asked, int place) {
    AssessedCriterion row = new AssessedCriterion(Ids.next(), round.id(), asked);
    row.stands(place, true);
    em.persist(row);
  }

  /**
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  public void amend(Viewer viewer, UUID round, long version, String title, String takingPart) {
    access.require(viewer, WRITE);
    String name = Refusals.line("title", title, LINE);
    String part = Refusals.optional("takingPart", takingPart, PART);
    tx.run(
        em -> {
          AssessmentRound row = open(em, round);
          Refusals.fresh(row.version(), version);
          row.says(name, part);
          wrote(viewer, "standards.round-amended", round);
        });
  }

  /**
   * Takes over what the list of criteria says today: new ones come, what was not assessed yet is
   * worded anew or goes. What has a mark, words or a measure stays as it is.
   *
   * @throws org.opora.api.faults.Refused while no law pack knows any standard today
   */
  public void takeOver(Viewer viewer, UUID round) {
    access.require(viewer, WRITE);
    tx.run(
        em -> {
          CriteriaDesk.hold(em);
          AssessmentRound row = open(em, round);
          RoundQueries queries = new RoundQueries(em);
          // A law pack may be away just now; that is no reason to empty the round.
          List<Asked> asked = criteria.asked(queries.own(), viewer.today());
          if (asked.isEmpty()) {
            throw Refusals.refused(null, "refused.standards-no-law");
          }
          row.measuredBy(ofTheLaw(viewer.today()));
          Set<UUID> planned =
              queries.measures(round).stream()
                  .map(one -> one.criterion())
                  .filter(Objects::nonNull)
                  .collect(Collectors.toSet());
          Map<String, AssessedCriterion> kept = new HashMap<>();
          for (AssessedCriterion one : queries.criteria(round)) {
            if (one.markedBy() == null && !planned.contains(one.id())) {
              em.remove(one);
            } else {
              kept.put(one.code(), one);
            }
          }
          em.flush();
          place(em, row, asked, kept);
          wrote(viewer, "standards.criteria-taken-over", round);
        });
  }

  /** What is asked no more but has a mark stands last and does not count. */
  private static void place(
      EntityManager em,
      AssessmentRound round,
      List<Asked> asked,
      Map<String, AssessedCriterion> kept) {
    int place = 0;
    for (Asked one : asked) {
      AssessedCriterion known = kept.remove(one.code());
      if (known == null) {
        add(em, round, one, place);
      } else {
        known.stands(place, true);
      }
      place++;
    }
    for (AssessedCriterion former : kept.values()) {
      former.stands(place, false);
      place++;
    }
  }

  @Override
  public List<String> criteria(Viewer viewer, UUID round) {
    access.require(viewer, READ);
    return tx.read(em -> new RoundQueries(em).criteria(round)).stream()
        .map(AssessedCriterion::code)
        .toList();
  }

  @Override
  public void mark(Viewer viewer, UUID round, String criterion, Mark mark) {
    access.require(viewer, WRITE);
    AssessedCriterion seen =
        tx.read(em -> new RoundQueries(em).criterion(round, criterion).orElseThrow(NotFound::new));
    mark(viewer, seen.round(), seen.id(), seen.version(), mark);
  }

  /**
   * @param criterion key of the criterion within the round
   * @throws NotFound when it is none of this round
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  public void mark(Viewer viewer, UUID round, UUID criterion, long version, Mark mark) {
    access.require(viewer, WRITE);
    String words = Refusals.optional("words", mark.words(), WORDS);
    String evidence = Refusals.optional("evidence", mark.evidence(), EVIDENCE);
    tx.run(
        em -> {
          AssessmentRound of = open(em, round);
          AssessedCriterion row = Held.hold(em, AssessedCriterion.class, criterion);
          if (!row.round().equals(round)) {
            throw new NotFound();
          }
          Refusals.fresh(row.version(), version);
          if (mark.points() != null && (mark.points() < 0 || mark.points() > of.bestMark())) {
            throw Refusals.refused("points", "refused.standards-mark", of.bestMark());
          }
          row.marked(mark.points(), words, evidence, viewer.staff(), viewer.today());
          if (viewer.may(InternalRules.READ)) {
            proofs(em, row, mark.rules());
          }
          if (mark.points() == null
              && words == null
              && evidence == null
              && new RoundQueries(em).proofsOf(row.id()).isEmpty()) {
            row.untouched();
          }
          wrote(viewer, "standards.marked", round);
        });
  }

  private static void proofs(EntityManager em, AssessedCriterion row, List<UUID> rules) {
    List<UUID> wanted = rules.stream().distinct().toList();
    if (new RuleQueries(em).issued(wanted).stream().map(IssuedRow::id).distinct().count()
        != wanted.size()) {
      throw Refusals.refused("rules", "refused.standards-rule");
    }
    List<AssessmentProof> known = new RoundQueries(em).proofsOf(row.id());
    known.stream().filter(one -> !wanted.contains(one.ruleVersion())).forEach(em::remove);
    Set<UUID> there = known.stream().map(AssessmentProof::ruleVersion).collect(Collectors.toSet());
    wanted.stream()
        .filter(one -> !there.contains(one))
        .forEach(one -> em.persist(new AssessmentProof(Ids.next(), row, one)));
  }

  /** Versions of internal rules that can show something today, besides those that do already. */
  public List<RoundView.Proof> offered(Viewer viewer, List<RoundView.Proof> already) {
    if (!viewer.may(InternalRules.READ)) {
      return List.of();
    }
    List<RoundView.Proof> inForce =
        tx.read(em -> new RuleQueries(em).inForce(viewer.today(), false)).stream()
            .map(row -> new RoundView.Proof(row.id(), row.title(), row.number()))
            .toList();
    return Stream.concat(already.stream(), inForce.stream()).distinct().toList();
  }

  @Override
  public UUID improve(Viewer viewer, UUID round, String criterion, NewMeasure measure) {
    return plan.add(viewer, round, criterion, measure);
  }

  @Override
  public void done(Viewer viewer, UUID measure, LocalDate on, String result) {
    plan.done(viewer, measure, null, on, result);
  }

  @Override
  public void close(Viewer viewer, UUID round, LocalDate on, String conclusion) {
    close(viewer, round, null, on, conclusion);
  }

  /**
   * @param version as its form carries it; null when nobody has seen one
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  public void close(Viewer viewer, UUID round, Long version, LocalDate on, String conclusion) {
    access.require(viewer, WRITE);
    LocalDate day = past(viewer, "on", on);
    String words = Refusals.line("conclusion", conclusion, WORDS);
    tx.run(
        em -> {
          AssessmentRound row = open(em, round);
          if (version != null) {
            Refusals.fresh(row.version(), version);
          }
          Refusals.inOrder("on", row.begunOn(), day);
          List<AssessedCriterion> assessed = new RoundQueries(em).criteria(round);
          if (assessed.isEmpty()) {
            throw Refusals.refused(null, "refused.standards-empty");
          }
          long missing = assessed.stream().filter(one -> one.asked() && one.mark() == null).count();
          if (missing > 0) {
            throw Refusals.refused(null, "refused.standards-missing", missing);
          }
          row.close(day, viewer.staff(), words);
          wrote(viewer, "standards.round-closed", round);
        });
  }

  /** Whoever changes anything of a round holds its row, so that it is never closed meanwhile. */
  static AssessmentRound open(EntityManager em, UUID round) {
    AssessmentRound row = Held.hold(em, AssessmentRound.class, round);
    if (row.closed()) {
      throw Refusals.refused(null, "refused.standards-closed", row.closedOn());
    }
    return row;
  }

  private static LocalDate past(Viewer viewer, String field, LocalDate day) {
    LocalDate on = Refusals.day(field, day);
    if (on.isAfter(viewer.today())) {
      throw Refusals.refused(field, "refused.future", on);
    }
    return on;
  }

  private void wrote(Viewer viewer, String action, UUID round) {
    audit.wrote(viewer, action, List.of(), "round=" + round);
  }
}

package org.opora.registry.ledgers.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.opora.api.access.Viewer;
import org.opora.api.duties.spi.CentreRule;
import org.opora.api.duties.spi.DutyRules;
import org.opora.api.evidence.About;
import org.opora.api.evidence.NewFact;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.people.PersonName;
import org.opora.api.text.Text;
import org.opora.registry.care.persistence.VisitQueries;
import org.opora.registry.files.application.LawBook;
import org.opora.registry.ledgers.domain.DutyExcuse;
import org.opora.registry.ledgers.domain.DutyExcuse.Whom;
import org.opora.registry.ledgers.domain.ExcuseKind;
import org.opora.registry.ledgers.domain.LedgerEntry.Written;
import org.opora.registry.ledgers.persistence.LedgerQueries;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Why duties were not done, or need not be. The clock runs on all the same: the days are evidence,
 * and the duties say what follows from it.
 */
@Component(service = ExcuseLedger.class)
public final class ExcuseLedger
    extends Ledger<DutyExcuse, ExcuseLedger.NewExcuse, ExcuseLedger.Line> {
  public static final int LONGEST_RULE = 60;
  private static final Pattern RULE = Pattern.compile("[a-z0-9.-]{1," + LONGEST_RULE + "}");
  private final LawBook law;

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile List<DutyRules> promised = List.of();

  @Activate
  public ExcuseLedger(@Reference LedgerTools tools, @Reference LawBook law) {
    super(tools, LedgerQueries.Of.EXCUSES, DutyExcuse.class, DutyExcuse.CODE, "DUTY_EXCUSE");
    this.law = law;
  }

  /** Whether it can be the id of a rule. */
  public static boolean isRule(String id) {
    return RULE.matcher(id).matches();
  }

  /** Name of the duty; null for every duty, and while nothing knows its name. */
  public Text title(String rule) {
    return rule == null ? null : law.title(rule).or(() -> ofCentre(rule)).orElse(null);
  }

  private Optional<Text> ofCentre(String rule) {
    return promised.stream()
        .filter(module -> rule.startsWith(module.module() + "."))
        .flatMap(module -> module.rules().stream())
        .filter(one -> one.id().equals(rule))
        .map(CentreRule::title)
        .findFirst();
  }

  /**
   * @param person a child or a carer of the file; null for everybody in it
   * @param rule id of the rule, such as {@code cz.visit}; null for every duty
   * @param last null while it lasts
   */
  public record NewExcuse(
      ExcuseKind kind,
      PersonId person,
      String rule,
      LocalDate first,
      LocalDate last,
      String reason) {}

  /**
   * An entry as the viewer sees it.
   *
   * @param name null where it is about everybody, or the viewer may not know who it is
   * @param title of the duty, as in {@link #title}
   */
  public record Line(Mark mark, PersonName name, NewExcuse text, Text title) {}

  @Override
  NewExcuse check(EntityManager em, Viewer viewer, CaseFileId file, NewExcuse typed) {
    if (typed.kind() == null) {
      throw Refusals.refused("kind", "refused.required");
    }
    PersonId person = typed.person();
    if (person != null) {
      boolean there =
          new LedgerQueries(em).carersOf(file).contains(person)
              || new VisitQueries(em).childrenOf(file).containsKey(person.value());
      if (!there || names(em, viewer, Stream.of(person)).isEmpty()) {
        throw Refusals.refused("person", "refused.excuse-person");
      }
    }
    String rule = Refusals.optional("rule", typed.rule(), LONGEST_RULE);
    if (rule != null && !isRule(rule)) {
      throw Refusals.refused("rule", "refused.excuse-rule");
    }
    Refusals.inOrder("last", Refusals.day("first", typed.first()), typed.last());
    if (typed.kind() == ExcuseKind.NOT_APPLICABLE && typed.last() == null) {
      // What never ends is looked at by nobody again.
      throw Refusals.refused("last", "refused.excuse-last");
    }
    return new NewExcuse(
        typed.kind(),
        person,
        rule,
        typed.first(),
        typed.last(),
        Refusals.line("reason", typed.reason(), LONGEST_TEXT));
  }

  @Override
  DutyExcuse write(EntityManager em, Written written, NewExcuse now) {
    DutyExcuse row =
        new DutyExcuse(
            written,
            new Whom(now.kind(), now.person(), now.rule()),
            now.first(),
            now.last(),
            seals().seal(written.file(), written.id(), "REASON", now.reason()));
    em.persist(row);
    return row;
  }

  @Override
  List<NewFact> facts(EntityManager em, DutyExcuse row, NewExcuse now) {
    About about =
        now.person() == null ? About.file(row.file()) : About.person(row.file(), now.person());
    NewFact fact = NewFact.of(now.kind().evidence(), about, now.first());
    if (now.last() != null) {
      fact = fact.until(now.last());
    }
    return List.of(now.rule() == null ? fact : fact.tiedTo(now.rule()));
  }

  @Override
  List<Line> views(EntityManager em, Viewer viewer, List<Marked<DutyExcuse>> rows) {
    Map<PersonId, PersonName> names =
        names(
            em,
            viewer,
            rows.stream().map(one -> one.row().whom().person()).filter(Objects::nonNull));
    return rows.stream()
        .map(
            one -> {
              DutyExcuse row = one.row();
              Whom whom = row.whom();
              return new Line(
                  one.mark(),
                  whom.person() == null ? null : names.get(whom.person()),
                  new NewExcuse(
                      whom.kind(),
                      whom.person(),
                      whom.rule(),
                      row.day(),
                      row.last(),
                      seals().open(row.file(), row.id(), "REASON", row.reason())),
                  title(whom.rule()));
            })
        .toList();
  }
}

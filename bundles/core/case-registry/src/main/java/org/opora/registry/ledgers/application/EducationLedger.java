package org.opora.registry.ledgers.application;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.opora.api.access.Viewer;
import org.opora.api.evidence.About;
import org.opora.api.evidence.EducationForm;
import org.opora.api.evidence.Evidence;
import org.opora.api.evidence.Kinds;
import org.opora.api.evidence.NewFact;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.people.PersonName;
import org.opora.registry.ledgers.domain.BalanceKind;
import org.opora.registry.ledgers.domain.EducationEntry;
import org.opora.registry.ledgers.domain.LedgerEntry.Written;
import org.opora.registry.ledgers.persistence.LedgerQueries;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Training that carers had, each as a person. What counts of it, and how much is needed, the duties
 * reckon.
 */
@Component(service = EducationLedger.class)
public final class EducationLedger
    extends Ledger<EducationEntry, EducationLedger.NewEducation, EducationLedger.Line> {
  /** Nobody is trained for longer on one day. */
  public static final int MOST_MINUTES = 24 * 60;

  @Activate
  public EducationLedger(@Reference LedgerTools tools) {
    super(
        tools,
        LedgerQueries.Of.EDUCATION,
        EducationEntry.class,
        EducationEntry.CODE,
        "EDUCATION_ENTRY");
  }

  /**
   * @param carer somebody who is or was a carer in the file
   * @param minutes of sixty to the hour
   * @param provider who held it, or null
   * @param certificate number of the certificate, or null
   */
  public record NewEducation(
      PersonId carer,
      LocalDate on,
      Integer minutes,
      EducationForm form,
      String topic,
      String provider,
      String certificate) {
    /** Of sixty minutes, as people write them: 3.5, and 24 without a point. */
    public BigDecimal hours() {
      return Evidence.hours(minutes);
    }
  }

  /**
   * An entry as the viewer sees it.
   *
   * @param name null when the viewer may not know who it was
   * @param balanced day of the opening balance in which it is; null when it counts by itself
   */
  public record Line(Mark mark, PersonName name, NewEducation text, LocalDate balanced) {}

  @Override
  NewEducation check(EntityManager em, Viewer viewer, CaseFileId file, NewEducation typed) {
    carer(em, viewer, file, typed.carer());
    LocalDate on = Refusals.day("on", typed.on());
    if (on.isAfter(viewer.today())) {
      throw Refusals.refused("on", "refused.future", on);
    }
    if (typed.minutes() == null || typed.minutes() < 1 || typed.minutes() > MOST_MINUTES) {
      throw Refusals.refused("hours", "refused.ledger-hours");
    }
    if (typed.form() == null) {
      throw Refusals.refused("form", "refused.required");
    }
    return new NewEducation(
        typed.carer(),
        on,
        typed.minutes(),
        typed.form(),
        Refusals.line("topic", typed.topic(), LONGEST_LINE),
        Refusals.optional("provider", typed.provider(), LONGEST_LINE),
        Refusals.optional("certificate", typed.certificate(), LONGEST_LINE));
  }

  @Override
  EducationEntry write(EntityManager em, Written written, NewEducation now) {
    EducationEntry row =
        new EducationEntry(
            written,
            now.carer(),
            now.on(),
            now.minutes(),
            now.form(),
            new EducationEntry.Words(
                seals().seal(written.file(), written.id(), "TOPIC", now.topic()),
                seals().seal(written.file(), written.id(), "PROVIDER", now.provider()),
                seals().seal(written.file(), written.id(), "CERTIFICATE", now.certificate())));
    em.persist(row);
    return row;
  }

  @Override
  List<NewFact> facts(EntityManager em, EducationEntry row, NewEducation now) {
    return List.of(
        NewFact.of(Kinds.EDUCATION, About.person(row.file(), row.carer()), row.day())
            .amounting(BigDecimal.valueOf(row.minutes()), Evidence.MINUTES)
            .formed(row.form().code()));
  }

  @Override
  List<Line> views(EntityManager em, Viewer viewer, List<Marked<EducationEntry>> rows) {
    Map<PersonId, PersonName> names =
        names(em, viewer, rows.stream().map(one -> one.row().carer()));
    if (rows.isEmpty()) {
      return List.of();
    }
    Balanced balanced = Balanced.of(em, rows.get(0).row().file(), BalanceKind.EDUCATION_HOURS);
    return rows.stream()
        .map(
            one -> {
              EducationEntry row = one.row();
              EducationEntry.Words words = row.words();
              return new Line(
                  one.mark(),
                  names.get(row.carer()),
                  new NewEducation(
                      row.carer(),
                      row.day(),
                      row.minutes(),
                      row.form(),
                      seals().open(row.file(), row.id(), "TOPIC", words.topic()),
                      seals().open(row.file(), row.id(), "PROVIDER", words.provider()),
                      seals().open(row.file(), row.id(), "CERTIFICATE", words.certificate())),
                  row.counts() ? balanced.on(row.carer(), row.day(), row.day()) : null);
            })
        .toList();
  }
}

package org.opora.registry.ledgers.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.opora.api.access.Viewer;
import org.opora.api.evidence.About;
import org.opora.api.evidence.Kinds;
import org.opora.api.evidence.NewFact;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.people.PersonName;
import org.opora.registry.ledgers.domain.HelpEntry;
import org.opora.registry.ledgers.domain.LedgerEntry.Written;
import org.opora.registry.ledgers.persistence.LedgerQueries;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Psychological, therapeutic and other expert help that was mediated to carers. How often it is
 * owed, the duties reckon.
 */
@Component(service = HelpLedger.class)
public final class HelpLedger extends Ledger<HelpEntry, HelpLedger.NewHelp, HelpLedger.Line> {
  private static final String WHAT = "WHAT";
  private static final String BY = "GIVEN_BY";

  @Activate
  public HelpLedger(@Reference LedgerTools tools) {
    super(tools, LedgerQueries.Of.HELP, HelpEntry.class, HelpEntry.CODE, "HELP_ENTRY");
  }

  /**
   * @param carer somebody who is or was a carer in the file
   * @param what of which kind it was; what was spoken of stays with whoever gave it
   * @param by who gave it, or null
   */
  public record NewHelp(PersonId carer, LocalDate on, String what, String by) {}

  /**
   * An entry as the viewer sees it.
   *
   * @param name null when the viewer may not know who it was
   */
  public record Line(Mark mark, PersonName name, NewHelp text) {}

  @Override
  NewHelp check(EntityManager em, Viewer viewer, CaseFileId file, NewHelp typed) {
    carer(em, viewer, file, typed.carer());
    LocalDate on = Refusals.day("on", typed.on());
    if (on.isAfter(viewer.today())) {
      throw Refusals.refused("on", "refused.future", on);
    }
    return new NewHelp(
        typed.carer(),
        on,
        Refusals.line("what", typed.what(), LONGEST_LINE),
        Refusals.optional("by", typed.by(), LONGEST_LINE));
  }

  @Override
  HelpEntry write(EntityManager em, Written written, NewHelp now) {
    HelpEntry row =
        new HelpEntry(
            written,
            now.carer(),
            now.on(),
            seals().seal(written.file(), written.id(), WHAT, now.what()),
            seals().seal(written.file(), written.id(), BY, now.by()));
    em.persist(row);
    return row;
  }

  @Override
  List<NewFact> facts(EntityManager em, HelpEntry row, NewHelp now) {
    return List.of(NewFact.of(Kinds.EXPERT_HELP, About.person(row.file(), row.carer()), row.day()));
  }

  @Override
  List<Line> views(EntityManager em, Viewer viewer, List<Marked<HelpEntry>> rows) {
    Map<PersonId, PersonName> names =
        names(em, viewer, rows.stream().map(one -> one.row().carer()));
    return rows.stream()
        .map(
            one -> {
              HelpEntry row = one.row();
              return new Line(
                  one.mark(),
                  names.get(row.carer()),
                  new NewHelp(
                      row.carer(),
                      row.day(),
                      seals().open(row.file(), row.id(), WHAT, row.what()),
                      seals().open(row.file(), row.id(), BY, row.by())));
            })
        .toList();
  }
}

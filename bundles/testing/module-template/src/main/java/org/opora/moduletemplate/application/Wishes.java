package org.opora.moduletemplate.application;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.DataClass;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.Refused;
import org.opora.api.ids.CaseFileId;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.text.Messages;
import org.opora.api.text.Text;
import org.opora.api.timeline.Timeline;
import org.opora.moduletemplate.TemplateModule;
import org.opora.moduletemplate.domain.Wish;
import org.opora.moduletemplate.domain.WishId;
import org.opora.moduletemplate.persistence.WishQueries;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The use cases of the module: access, transaction, audit and timeline are decided here and only
 * here.
 */
@Component(service = Wishes.class)
public final class Wishes {
  private static final String WORDS = "WISH.WORDS_S";
  private static final int LAST = 100;

  private final Transactions transactions;
  private final Keys keys;
  private final Access access;
  private final AuditTrail audit;
  private final Timeline timeline;
  private final Messages messages;

  @Activate
  public Wishes(
      @Reference(target = "(opora.unit=module-template)") Transactions transactions,
      @Reference Keys keys,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Timeline timeline,
      @Reference Messages messages) {
    this.transactions = transactions;
    this.keys = keys;
    this.access = access;
    this.audit = audit;
    this.timeline = timeline;
    this.messages = messages;
  }

  /** A wish in words. */
  public record View(UUID id, LocalDate wishedOn, String words) {}

  /** The wishes of a family, newest first. */
  public List<View> of(Viewer viewer, CaseFileId file) {
    access.require(viewer, TemplateModule.READ, Subject.of(file));
    return transactions.read(
        em ->
            WishQueries.of(em, file, LAST).stream()
                .map(
                    row ->
                        new View(
                            row.id(),
                            row.wishedOn(),
                            keys.open(Subject.of(file), WORDS, row.id(), row.words())))
                .toList());
  }

  /**
   * Writes a wish down.
   *
   * @throws Refused when the day lies in the future
   */
  public WishId add(Viewer viewer, CaseFileId file, LocalDate wishedOn, String words) {
    access.require(viewer, TemplateModule.WRITE, Subject.of(file));
    if (wishedOn.isAfter(viewer.today())) {
      throw new Refused("on", Text.of(TemplateModule.ORIGIN, "wish.future", wishedOn));
    }
    return transactions.required(
        em -> {
          WishId id = WishId.next();
          byte[] sealed = keys.seal(Subject.of(file), WORDS, id.value(), words);
          em.persist(new Wish(id, file, wishedOn, sealed));
          timeline.put(
              viewer,
              new Timeline.NewEntry(
                  TemplateModule.ID,
                  "wish",
                  id.value(),
                  Subject.of(file),
                  wishedOn,
                  TemplateModule.READ,
                  DataClass.CARE_TEXT,
                  messages.title("timeline.wish"),
                  null));
          audit.wrote(viewer, "module-template.wish.add", List.of(Subject.of(file)));
          return id;
        });
  }
}

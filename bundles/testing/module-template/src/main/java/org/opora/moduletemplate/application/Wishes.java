package org.opora.moduletemplate.application;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.choices.Choices;
import org.opora.api.evidence.Evidence;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.people.People;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.text.Messages;
import org.opora.api.text.Text;
import org.opora.api.timeline.Timeline;
import org.opora.moduletemplate.TemplateModule;
import org.opora.moduletemplate.domain.Wish;
import org.opora.moduletemplate.domain.WishId;
import org.opora.moduletemplate.domain.WishKinds;
import org.opora.moduletemplate.domain.Wording;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Writing wishes down: access, transaction, audit and what the house hears of it are decided here
 * and only here.
 */
@Component(service = Wishes.class)
public final class Wishes {
  private final Transactions transactions;
  private final SealedWords sealed;
  private final WishDoor door;
  private final AuditTrail audit;
  private final CaseFiles files;
  private final Choices choices;
  private final Echo echo;

  @Activate
  public Wishes(
      @Reference(target = "(opora.unit=module-template)") Transactions transactions,
      @Reference Keys keys,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference People people,
      @Reference CaseFiles files,
      @Reference Choices choices,
      @Reference Timeline timeline,
      @Reference Evidence evidence,
      @Reference Messages messages) {
    this.transactions = transactions;
    this.sealed = new SealedWords(keys);
    this.door = new WishDoor(access, people);
    this.audit = audit;
    this.files = files;
    this.choices = choices;
    this.echo = new Echo(timeline, evidence, messages);
  }

  /**
   * Writes a wish down.
   *
   * @throws Refused when a day or a choice cannot be
   */
  public WishId add(Viewer viewer, CaseFileId file, Wording said) {
    door.require(viewer, TemplateModule.WRITE, file, said.child());
    return transactions.required(
        em -> {
          Wish wish = new Wish(WishId.next(), file);
          write(viewer, wish, said);
          em.persist(wish);
          audit.wrote(viewer, "module-template.wish.add", List.of(Subject.of(file)));
          return wish.id();
        });
  }

  /**
   * Writes it down otherwise, or when it was answered.
   *
   * @param version which the form was opened with
   * @throws Refused when a day or a choice cannot be
   * @throws Stale when somebody else changed it meanwhile
   */
  public void change(Viewer viewer, WishId id, long version, Wording said) {
    transactions.run(
        em -> {
          Wish wish = find(em, id);
          door.require(viewer, TemplateModule.WRITE, wish.caseFile(), wish.child());
          door.require(viewer, TemplateModule.WRITE, wish.caseFile(), said.child());
          if (wish.version() != version) {
            throw new Stale();
          }
          write(viewer, wish, said);
          audit.wrote(viewer, "module-template.wish.change", List.of(Subject.of(wish.caseFile())));
        });
  }

  private void write(Viewer viewer, Wish wish, Wording said) {
    check(viewer, wish, said);
    wish.say(said, sealed.seal(wish.caseFile(), wish.id().value(), said.words()));
    echo.of(viewer, wish);
  }

  private void check(Viewer viewer, Wish wish, Wording said) {
    if (said.wishedOn().isAfter(viewer.today())) {
      throw refused("on", "wish.future", said.wishedOn());
    }
    if (said.answeredOn() != null && said.answeredOn().isAfter(viewer.today())) {
      throw refused("answered", "wish.future", said.answeredOn());
    }
    if (said.answeredTooEarly()) {
      throw refused("answered", "wish.answered.early", said.wishedOn());
    }
    List<String> held = wish.kind() == null ? List.of() : List.of(wish.kind());
    if (!choices.fits(WishKinds.LIST, List.of(said.kind()), viewer.today(), held)) {
      throw refused("kind", "wish.kind.unknown");
    }
    boolean ofTheFile =
        said.child() == null
            || said.child().equals(wish.child())
            || files.header(viewer, wish.caseFile()).children().stream()
                .anyMatch(child -> child.person().equals(said.child()));
    if (!ofTheFile) {
      throw refused("child", "wish.child.unknown");
    }
  }

  private static Wish find(EntityManager em, WishId id) {
    Wish wish = em.find(Wish.class, id.value());
    if (wish == null) {
      throw new NotFound();
    }
    return wish;
  }

  private static Refused refused(String field, String key, Object... arguments) {
    return new Refused(field, Text.of(TemplateModule.ORIGIN, key, arguments));
  }
}

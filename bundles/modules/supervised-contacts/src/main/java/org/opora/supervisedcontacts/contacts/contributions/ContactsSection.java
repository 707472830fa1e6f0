package org.opora.supervisedcontacts.contacts.contributions;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.opora.api.access.Viewer;
import org.opora.api.reports.spi.ReportSection;
import org.opora.api.text.Messages;
import org.opora.api.text.Text;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.contacts.application.ContactReader;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How the contacts of a child went, in numbers, for the report on the course of care. */
@Component(service = ReportSection.class)
public final class ContactsSection implements ReportSection {
  private static final int PLACE = 500;
  private final ContactReader contacts;
  private final Messages messages;

  @Activate
  public ContactsSection(@Reference ContactReader contacts, @Reference Messages messages) {
    this.contacts = contacts;
    this.messages = messages;
  }

  @Override
  public String id() {
    return SupervisedContactsModule.ID;
  }

  @Override
  public int order() {
    return PLACE;
  }

  @Override
  public Text title() {
    return Text.of(SupervisedContactsModule.ORIGIN, "report.title");
  }

  @Override
  public String module() {
    return SupervisedContactsModule.ID;
  }

  @Override
  public Scope scope() {
    return Scope.CHILD;
  }

  @Override
  public boolean may(Viewer viewer) {
    return viewer.may(SupervisedContactsModule.READ);
  }

  @Override
  public String draft(Viewer viewer, Wanted wanted) {
    if (!may(viewer)) {
      return null;
    }
    ContactReader.Tally tally =
        contacts.tally(viewer, wanted.file(), wanted.childFile(), wanted.from(), wanted.until());
    if (tally.planned() == 0) {
      return null;
    }
    Locale language = wanted.language();
    List<String> lines = new ArrayList<>();
    lines.add(say(language, "report.planned", tally.planned()));
    lines.add(say(language, "report.held", tally.held()));
    if (tally.nobody() > 0) {
      lines.add(say(language, "report.nobody", tally.nobody()));
    }
    tally
        .cancelled()
        .forEach(
            (who, many) ->
                lines.add(
                    say(language, "report.cancelled", many, say(language, "cancelled-by." + who))));
    return "- " + String.join("\n- ", lines);
  }

  private String say(Locale language, String key, Object... arguments) {
    return messages.text(language, key, arguments);
  }
}

package org.opora.supervisedcontacts.requests.contributions;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.opora.api.access.Viewer;
import org.opora.api.reports.spi.ReportSection;
import org.opora.api.text.Messages;
import org.opora.api.text.Text;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.requests.application.RequestReader;
import org.opora.supervisedcontacts.requests.application.RequestView;
import org.opora.supervisedcontacts.requests.domain.RequestState;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Who asked for contact with the child and what became of it, for the report on the course of care.
 * In words of the house: who asked, by what they are to the child, and of a refusal that there was
 * one; its reason may speak of a parent, so whoever writes the report says it.
 */
@Component(service = ReportSection.class)
public final class RequestsSection implements ReportSection {
  private static final int PLACE = 490;
  private final RequestReader requests;
  private final Messages messages;

  @Activate
  public RequestsSection(@Reference RequestReader requests, @Reference Messages messages) {
    this.requests = requests;
    this.messages = messages;
  }

  @Override
  public String id() {
    return SupervisedContactsModule.ID + "-requests";
  }

  @Override
  public int order() {
    return PLACE;
  }

  @Override
  public Text title() {
    return Text.of(SupervisedContactsModule.ORIGIN, "request.report");
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
    List<String> lines = new ArrayList<>();
    for (RequestView one : requests.of(viewer, List.of(wanted.childFile()))) {
      if (one.whose().file().equals(wanted.file()) && wanted.touches(one.on(), one.decidedOn())) {
        lines.add(0, said(wanted, one));
      }
    }
    return lines.isEmpty() ? null : "- " + String.join("\n- ", lines);
  }

  /** As it stood on the last day of the period. */
  private String said(Wanted wanted, RequestView one) {
    Locale language = wanted.language();
    String who = messages.text(language, "asker." + one.asker());
    if (one.open() || one.decidedOn().isAfter(wanted.until())) {
      return messages.text(language, "request.report.open", one.on(), who);
    }
    RequestState state = one.state();
    return messages.text(
        language,
        "request.report.one",
        one.on(),
        who,
        messages.text(language, "request.state." + state),
        one.decidedOn());
  }
}

package org.opora.registry.course.contributions;

import java.util.Comparator;
import java.util.stream.Stream;
import org.opora.api.access.Viewer;
import org.opora.api.reports.spi.ReportSection;
import org.opora.api.text.Messages;
import org.opora.registry.intake.application.Intake;
import org.opora.registry.intake.application.RequestDesk;
import org.opora.registry.intake.application.RequestLine;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What carers asked for: what waits for an answer, and what was provided or not. In words of the
 * law, because their own may name a child.
 */
@Component(service = ReportSection.class)
public final class RequestsSection extends RegistrySection {
  private static final int PLACE = 500;
  private final RequestDesk requests;

  @Activate
  public RequestsSection(@Reference RequestDesk requests, @Reference Messages messages) {
    super("requests", PLACE, Scope.FAMILY, Intake.REQUESTS, messages);
    this.requests = requests;
  }

  @Override
  public String draft(Viewer viewer, Wanted wanted) {
    if (!may(viewer)) {
      return null;
    }
    return items(
        Stream.concat(lines(viewer, wanted, false), lines(viewer, wanted, true))
            .filter(line -> wanted.touches(line.askedOn(), line.decidedOn()))
            .sorted(Comparator.comparing(RequestLine::askedOn))
            .map(line -> said(wanted, line)));
  }

  private Stream<RequestLine> lines(Viewer viewer, Wanted wanted, boolean answered) {
    return every(after -> requests.list(viewer, wanted.file(), answered, after, PAGE));
  }

  private String said(Wanted wanted, RequestLine line) {
    String right =
        line.rightWords() == null ? line.right() : say(wanted.language(), line.rightWords());
    return line.open() || line.decidedOn().isAfter(wanted.until())
        ? say(wanted.language(), "course.request.open", line.askedOn(), right, line.answerBy())
        : say(
            wanted.language(),
            "course.request",
            line.askedOn(),
            right,
            say(wanted.language(), "request.outcome." + line.outcome()),
            line.decidedOn());
  }
}

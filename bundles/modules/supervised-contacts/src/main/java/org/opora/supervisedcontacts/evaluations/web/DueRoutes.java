package org.opora.supervisedcontacts.evaluations.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.paging.Page;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.evaluations.application.DueLine;
import org.opora.supervisedcontacts.evaluations.application.DueReader;
import org.opora.supervisedcontacts.shared.web.ContactFields;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The list of what is to be evaluated. */
@Component(service = RouteSet.class)
public final class DueRoutes implements RouteSet {
  private static final int PAGE = 30;
  private final DueReader reader;

  @Activate
  public DueRoutes(@Reference DueReader reader) {
    this.reader = reader;
  }

  @Override
  public String module() {
    return SupervisedContactsModule.ID;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.page(
            SupervisedContactsModule.HOME + "/evaluations",
            SupervisedContactsModule.WRITE,
            this::list));
  }

  private Reply list(Request request) {
    UUID after = request.query("after").map(ContactFields::key).orElse(null);
    Page<DueLine> page = reader.list(request.viewer(), after, PAGE);
    request.shows(
        page.items().stream().map(one -> Subject.of(one.whose().childFile())).distinct().toList());
    return Reply.page("evaluations-due", Map.of("page", page));
  }
}

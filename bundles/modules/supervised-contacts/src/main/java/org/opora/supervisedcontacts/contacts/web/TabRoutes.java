package org.opora.supervisedcontacts.contacts.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.opora.api.access.Subject;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.ChildFileId;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.contacts.application.ContactReader;
import org.opora.supervisedcontacts.plans.application.PlanReader;
import org.opora.supervisedcontacts.shared.web.Shown;
import org.opora.supervisedcontacts.shared.web.TabPart;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The tab of the case file: plans and contacts of its children, and what else there is of them. */
@Component(service = RouteSet.class)
public final class TabRoutes implements RouteSet {
  private final PlanReader reader;
  private final ContactReader contacts;
  private final CaseFiles files;
  private final List<TabPart> parts = new CopyOnWriteArrayList<>();

  @Activate
  public TabRoutes(
      @Reference PlanReader reader, @Reference ContactReader contacts, @Reference CaseFiles files) {
    this.reader = reader;
    this.contacts = contacts;
    this.files = files;
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void addPart(TabPart part) {
    parts.add(part);
  }

  public void removePart(TabPart part) {
    parts.remove(part);
  }

  @Override
  public String module() {
    return SupervisedContactsModule.ID;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.page(
                SupervisedContactsModule.HOME + "/files/{file}",
                SupervisedContactsModule.READ,
                this::tab)
            .about(request -> Subject.of(file(request))));
  }

  private Reply tab(Request request) {
    CaseFiles.Header header = files.header(request.viewer(), file(request));
    List<ChildFileId> children = header.children().stream().map(CaseFiles.Child::file).toList();
    request.shows(children.stream().map(Subject::of).toList());
    return Reply.page(
        "tab",
        Map.of(
            "file", header.id(),
            "plans", reader.of(request.viewer(), children),
            "contacts", contacts.of(request.viewer(), children),
            "children", header.children(),
            "parts", shown(request, header)));
  }

  private List<Shown> shown(Request request, CaseFiles.Header header) {
    return parts.stream()
        .sorted(Comparator.comparingInt(TabPart::order))
        .map(part -> new Shown(part.template(), part.model(request, header)))
        .toList();
  }

  private static CaseFileId file(Request request) {
    return new CaseFileId(request.id("file"));
  }
}

package org.opora.registry.care.web;

import java.util.List;
import org.opora.api.access.Subject;
import org.opora.api.care.Visits;
import org.opora.api.files.CaseFiles;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.care.application.VisitVersions;
import org.opora.registry.care.application.Wording;
import org.opora.registry.files.web.CaseFrame;

/** How an amended visit read before, beside how it reads after. */
final class VersionPages {
  private final CaseFrame frame;
  private final Visits visits;
  private final VisitVersions versions;

  VersionPages(CaseFrame frame, Visits visits, VisitVersions versions) {
    this.frame = frame;
    this.visits = visits;
    this.versions = versions;
  }

  Reply show(Request request) {
    CaseFiles.Header header = frame.header(request);
    Visits.VisitView visit = VisitPages.visit(request, visits, header.id());
    List<Wording.Change> changes = versions.of(request.viewer(), visit.id());
    request.shows(
        changes.stream()
            .flatMap(one -> one.before().present().keySet().stream())
            .map(Subject::of)
            .distinct()
            .toList());
    return frame
        .model(request, header, null)
        .with("visit", visit)
        .with("changes", changes)
        .page("visit-versions");
  }
}

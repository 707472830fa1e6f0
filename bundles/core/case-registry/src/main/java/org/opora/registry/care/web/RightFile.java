package org.opora.registry.care.web;

import java.util.List;
import org.opora.api.access.Reach;
import org.opora.api.access.Viewer;
import org.opora.api.care.Visits;
import org.opora.api.files.CaseFiles;
import org.opora.api.files.FileStatus;
import org.opora.api.ids.CaseFileId;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Request;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.shared.web.Words;

/** Which file an entry belongs to that stands in the wrong one: a visit, or a note. */
public final class RightFile {
  private static final int OWN_FILES = 100;
  private final CaseFiles files;

  public RightFile(CaseFiles files) {
    this.files = files;
  }

  /**
   * Finds the file by its number, or takes one of the viewer's own.
   *
   * @return null when there is an error beside the field
   */
  public CaseFileId chosen(Request request, Form posted) {
    String number = posted.line("number");
    CaseFileId own = posted.id("to") == null ? null : new CaseFileId(posted.id("to"));
    CaseFileId found =
        own != null || number == null ? own : files.find(request.viewer(), number).orElse(null);
    if (number == null && own == null) {
      posted.error("number", Words.of("visit.move.none"));
    } else if (found == null) {
      posted.error("number", Words.of("visit.move.unknown", number));
    } else if (found.equals(CaseFrame.file(request))) {
      posted.error("number", Words.of("refused.visit-same-file"));
    }
    return posted.valid() ? found : null;
  }

  /** Who works with a few families chooses among them; who sees all types the number. */
  public List<Choice> own(Viewer viewer, CaseFileId but) {
    if (viewer.reach(Visits.WRITE) != Reach.OWN) {
      return List.of();
    }
    return files.list(viewer, FileStatus.OPEN, null, OWN_FILES).items().stream()
        .filter(one -> !one.id().equals(but))
        .map(one -> new Choice(one.id().toString(), one.familyName() + ", " + one.number()))
        .toList();
  }

  /** The file that the path names as the right one. */
  public CaseFiles.Header there(Request request) {
    return files.header(request.viewer(), new CaseFileId(request.id("to")));
  }
}

package org.opora.registry.files.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.files.CaseFiles;
import org.opora.api.files.FileStatus;
import org.opora.api.ids.StaffId;
import org.opora.api.paging.Page;
import org.opora.api.staff.Staff;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.shared.web.Model;

/** The list of families. The filter stays in the address. */
final class FileList {
  private static final int ROWS = 50;
  private static final String ALL = "ALL";
  private final CaseFiles files;
  private final Staff staff;

  FileList(CaseFiles files, Staff staff) {
    this.files = files;
    this.staff = staff;
  }

  Reply show(Request request) {
    Viewer viewer = request.viewer();
    String chosen = request.query("status").filter(FileList::known).orElse(FileStatus.OPEN.name());
    FileStatus status = ALL.equals(chosen) ? null : FileStatus.valueOf(chosen);
    Page<CaseFiles.Header> page =
        files.list(viewer, status, request.query("after").orElse(null), ROWS);
    request.shows(page.items().stream().map(file -> Subject.of(file.id())).toList());
    Map<StaffId, String> names = staff.names(workers(page));
    return new Model()
        .with("files", page.map(file -> new Row(file, nameOf(names, file.keyWorker()))))
        .with("status", chosen)
        .with("statuses", List.of("OPEN", "WINDING_DOWN", "CLOSED", ALL))
        .page("files");
  }

  private static boolean known(String status) {
    return ALL.equals(status)
        || Stream.of(FileStatus.values()).anyMatch(one -> one.name().equals(status));
  }

  private static List<StaffId> workers(Page<CaseFiles.Header> page) {
    return page.items().stream()
        .map(CaseFiles.Header::keyWorker)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  private static String nameOf(Map<StaffId, String> names, StaffId worker) {
    return worker == null ? null : names.get(worker);
  }

  /**
   * @param keyWorker name, or null
   */
  public record Row(CaseFiles.Header file, String keyWorker) {}
}

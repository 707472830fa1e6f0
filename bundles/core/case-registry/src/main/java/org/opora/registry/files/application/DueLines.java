package org.opora.registry.files.application;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.opora.api.access.Viewer;
import org.opora.api.duties.Duties;
import org.opora.api.ids.CaseFileId;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** What is due, as the duties say it while they are here; they read this bundle, not it them. */
@Component(service = DueLines.class)
public class DueLines {
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile Duties duties;

  /** For the container. */
  public DueLines() {}

  public DueLines(Duties duties) {
    this.duties = duties;
  }

  /**
   * Lines with a day, of these files as far as the viewer may see them.
   *
   * @return empty when nothing can be said: no duties in the house, or none for this viewer
   */
  public Optional<List<Duties.Line>> of(Viewer viewer, Collection<CaseFileId> files) {
    Duties now = duties;
    if (now == null || !viewer.may(Duties.READ)) {
      return Optional.empty();
    }
    return Optional.of(
        now.of(viewer, files, viewer.today()).stream().filter(line -> line.due() != null).toList());
  }

  /** The same of one file. */
  public Optional<List<Duties.Line>> of(Viewer viewer, CaseFileId file) {
    return all(viewer, file)
        .map(lines -> lines.stream().filter(line -> line.due() != null).toList());
  }

  /** Every line of one file: rights and what is not assessed, too. */
  public Optional<List<Duties.Line>> all(Viewer viewer, CaseFileId file) {
    Duties now = duties;
    if (now == null || !viewer.may(Duties.READ)) {
      return Optional.empty();
    }
    return Optional.of(now.of(viewer, file, viewer.today()));
  }

  /** The same of several files as of a day; of those that the viewer may not see there are none. */
  public List<Duties.Line> all(Viewer viewer, Collection<CaseFileId> files, LocalDate day) {
    Duties now = duties;
    return now == null || files.isEmpty() || !viewer.may(Duties.READ)
        ? List.of()
        : now.of(viewer, files, day);
  }

  /** Whether it is due by that day. */
  public static boolean by(Duties.Line line, LocalDate day) {
    return !line.due().isAfter(day);
  }
}

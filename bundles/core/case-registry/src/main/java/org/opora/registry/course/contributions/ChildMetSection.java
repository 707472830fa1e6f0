package org.opora.registry.course.contributions;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.opora.api.access.Viewer;
import org.opora.api.care.Visits;
import org.opora.api.care.Visits.ChildEntry;
import org.opora.api.files.CaseFiles;
import org.opora.api.reports.spi.ReportSection;
import org.opora.api.text.Messages;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** When the child was met in this family; what it said there has readers of its own. */
@Component(service = ReportSection.class)
public final class ChildMetSection extends RegistrySection {
  private static final int PLACE = 100;
  private final Visits visits;
  private final CaseFiles files;

  @Activate
  public ChildMetSection(
      @Reference Visits visits, @Reference CaseFiles files, @Reference Messages messages) {
    super("child-met", PLACE, Scope.CHILD, Visits.READ, messages);
    this.visits = visits;
    this.files = files;
  }

  @Override
  public String draft(Viewer viewer, Wanted wanted) {
    LocalDate placed =
        files.header(viewer, wanted.file()).children().stream()
            .filter(child -> child.person().equals(wanted.child()))
            .map(CaseFiles.Child::placedOn)
            .findFirst()
            .orElse(null);
    if (placed == null || !may(viewer)) {
      return null;
    }
    // What was learnt of it where it lived before is nothing of this family.
    LocalDate first = placed.isAfter(wanted.from()) ? placed : wanted.from();
    List<ChildEntry> met =
        every(after -> visits.ofChild(viewer, wanted.childFile(), after, PAGE))
            .takeWhile(entry -> !entry.on().isBefore(first))
            // A child may be in two files at once: what was seen in the other one is not of this
            // one.
            .filter(entry -> entry.file().equals(wanted.file()) && wanted.covers(entry.on()))
            .sorted(Comparator.comparing(ChildEntry::on))
            .toList();
    if (met.isEmpty()) {
      return null;
    }
    long alone = met.stream().filter(entry -> entry.part().seenAlone()).count();
    return all(
        say(wanted.language(), "course.child-met", met.size(), alone),
        items(met.stream().map(entry -> say(wanted.language(), "course.day", entry.on()))));
  }
}

package org.opora.registry.files.application;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.opora.api.access.Access;
import org.opora.api.access.Viewer;
import org.opora.api.care.Visits;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.persistence.Transactions;
import org.opora.api.timeline.Timeline;
import org.opora.registry.care.application.VisitBook;
import org.opora.registry.shared.application.FileDoor;
import org.opora.registry.shared.persistence.FileInScope;
import org.opora.registry.story.application.TimelineBook;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What everybody sees first of a file. It is opened all day, so the viewer is let in once for all
 * of it, and it is read in one go.
 */
@Component(service = OverviewDesk.class)
public final class OverviewDesk {
  private final Transactions tx;
  private final Access access;
  private final CaseFilesDesk files;
  private final VisitBook visits;
  private final TimelineBook timeline;

  @Activate
  public OverviewDesk(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference CaseFilesDesk files,
      @Reference VisitBook visits,
      @Reference TimelineBook timeline) {
    this.tx = tx;
    this.access = access;
    this.files = files;
    this.visits = visits;
    this.timeline = timeline;
  }

  /**
   * @param seen children who live here now and were seen; none for whoever may not read visits
   * @param latest newest entries of the story
   */
  public record Overview(
      CaseFiles.Cover cover, List<Visits.ChildSeen> seen, List<Timeline.Entry> latest) {}

  /**
   * @param latest how many entries of the story at most
   * @throws org.opora.api.faults.NotFound when there is no such file, or the viewer may not know it
   */
  public Overview of(Viewer viewer, CaseFileId file, int latest) {
    return tx.read(
        em -> {
          FileInScope in = new FileDoor(em, access).require(viewer, CaseFiles.READ, file);
          CaseFiles.Cover cover = files.cover(em, viewer, in);
          return new Overview(
              cover,
              cover.header().children().isEmpty() ? List.of() : seen(em, viewer, in),
              timeline.of(em, viewer, in, null, latest).items());
        });
  }

  /** Whoever reads every file, but visits of their own families only, sees none of another one. */
  private List<Visits.ChildSeen> seen(EntityManager em, Viewer viewer, FileInScope in) {
    boolean asFar = viewer.reach(Visits.READ) == viewer.reach(CaseFiles.READ);
    return (asFar
            ? Optional.of(in)
            : FileInScope.ask(em, in.file(), access.scope(viewer, Visits.READ)))
        .map(reached -> visits.children(em, reached))
        .orElse(List.of());
  }
}

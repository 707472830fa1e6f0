package org.opora.registry.walls.contributions;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.opora.api.access.Reach;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls;
import org.opora.api.demo.spi.DemoCast;
import org.opora.api.demo.spi.DemoChapter;
import org.opora.api.files.CareFacts.InForce;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.registry.walls.application.NewWall;
import org.opora.registry.walls.application.WallDesk;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A family from which a colleague who does not work with it is kept away. */
@Component
public final class DemoWalls implements DemoChapter {
  private final CaseFiles files;
  private final WallDesk desk;

  @Activate
  public DemoWalls(@Reference CaseFiles files, @Reference WallDesk desk) {
    this.files = files;
    this.desk = desk;
  }

  @Override
  public String id() {
    return "walls";
  }

  @Override
  public void write(DemoCast cast) {
    // The last one, as other chapters take the first.
    List<InForce> families = new ArrayList<>(cast.families());
    Collections.reverse(families);
    for (InForce family : families) {
      Optional<Viewer> stranger = stranger(cast, family.file());
      if (stranger.isPresent()) {
        desk.raise(
            cast.director(),
            Subject.of(family.file()),
            new NewWall(
                Walls.Ground.EXCLUSION,
                "THREAT",
                "Otec dětí kolegyni opakovaně vyhrožoval, když u nás ještě pracovala v terénu.",
                Walls.Keeps.NAMED,
                Set.of(stranger.get().staff()),
                null));
        return;
      }
    }
  }

  /** A colleague who reads only files of their own, and not this one. */
  private Optional<Viewer> stranger(DemoCast cast, CaseFileId file) {
    return cast.workers().stream()
        .filter(one -> one.reach(CaseFiles.READ) == Reach.OWN)
        .filter(one -> files.headers(one, List.of(file)).isEmpty())
        .findFirst();
  }
}

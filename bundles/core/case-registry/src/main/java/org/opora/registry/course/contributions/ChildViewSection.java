package org.opora.registry.course.contributions;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import org.opora.api.access.Viewer;
import org.opora.api.care.Visits;
import org.opora.api.reports.Reader;
import org.opora.api.text.Messages;
import org.opora.registry.views.application.ChildViews;
import org.opora.registry.views.application.Said;
import org.opora.registry.views.application.ViewReaders;
import org.opora.registry.views.domain.Circle;

/**
 * What the child said, as far as it lets those read it who get this section. A report goes through
 * the hands of colleagues who approve and send it, so nothing stands in it that the child keeps
 * from the house. What all who get the report may read stands in one section, what only some of
 * them may read in another one, that goes to those alone.
 */
abstract class ChildViewSection extends RegistrySection {
  private static final int PLACE = 200;
  private final ChildViews views;
  private final Set<Reader> readers;
  private final boolean some;

  /**
   * @param some whether it is for those alone who read what others must not
   */
  ChildViewSection(
      String id, Set<Reader> readers, boolean some, ChildViews views, Messages messages) {
    super(id, PLACE, Scope.CHILD, Visits.READ, messages);
    this.views = views;
    this.readers = readers;
    this.some = some;
  }

  @Override
  public final Set<Reader> readers() {
    return EnumSet.copyOf(readers);
  }

  @Override
  public final boolean voice() {
    return true;
  }

  @Override
  public final String draft(Viewer viewer, Wanted wanted) {
    if (!may(viewer)) {
      return null;
    }
    return all(
        views.of(viewer, wanted.file()).stream()
            .filter(said -> said.child().equals(wanted.child()))
            .filter(said -> !said.kept() && said.learnt() && wanted.covers(said.on()))
            .filter(said -> stands(said, wanted))
            .sorted(Comparator.comparing(Said::on))
            .map(
                said ->
                    say(
                        wanted.language(),
                        "course.child-view",
                        said.on(),
                        say(wanted.language(), "learnt-by." + said.learntBy()),
                        said.words()))
            .toArray(String[]::new));
  }

  private boolean stands(Said said, Wanted wanted) {
    boolean everybody = reads(said, wanted.everybody());
    return some ? !everybody && reads(said, wanted.readers()) : everybody;
  }

  private static boolean reads(Said said, Collection<Reader> all) {
    return ViewReaders.reach(Circle.HOUSE, said.readers())
        && all.stream().map(ChildViewSection::circle).allMatch(said.readers()::contains);
  }

  private static Circle circle(Reader reader) {
    return switch (reader) {
      case CARER -> Circle.CARERS;
      case AUTHORITY -> Circle.AUTHORITY;
      case COURT -> Circle.COURT;
    };
  }
}

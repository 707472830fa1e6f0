package org.opora.course.contributions;

import org.opora.api.access.Viewer;
import org.opora.api.reports.spi.ReportSection;
import org.opora.api.text.Text;
import org.opora.course.CourseModule;

/** What whoever writes the report makes of it: no record says that. */
abstract class Conclusion implements ReportSection {
  private static final int LAST = 900;
  private final Scope scope;

  Conclusion(Scope scope) {
    this.scope = scope;
  }

  @Override
  public String id() {
    return "conclusion";
  }

  @Override
  public int order() {
    return LAST;
  }

  @Override
  public Text title() {
    return Text.of(CourseModule.ORIGIN, "section.conclusion");
  }

  @Override
  public String module() {
    return CourseModule.ID;
  }

  @Override
  public Scope scope() {
    return scope;
  }

  @Override
  public String draft(Viewer viewer, Wanted wanted) {
    return null;
  }
}

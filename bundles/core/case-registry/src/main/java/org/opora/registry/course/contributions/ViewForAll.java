package org.opora.registry.course.contributions;

import java.util.EnumSet;
import org.opora.api.reports.Reader;
import org.opora.api.reports.spi.ReportSection;
import org.opora.api.text.Messages;
import org.opora.registry.views.application.ChildViews;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the child said and everybody may read who gets the report. */
@Component(service = ReportSection.class)
public final class ViewForAll extends ChildViewSection {
  @Activate
  public ViewForAll(@Reference ChildViews views, @Reference Messages messages) {
    super("child-view", EnumSet.allOf(Reader.class), false, views, messages);
  }
}

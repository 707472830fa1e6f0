package org.opora.registry.course.contributions;

import java.util.EnumSet;
import org.opora.api.reports.Reader;
import org.opora.api.reports.spi.ReportSection;
import org.opora.api.text.Messages;
import org.opora.registry.views.application.ChildViews;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the child lets its carers read, and no office. */
@Component(service = ReportSection.class)
public final class ViewForCarers extends ChildViewSection {
  @Activate
  public ViewForCarers(@Reference ChildViews views, @Reference Messages messages) {
    super("child-view-carers", EnumSet.of(Reader.CARER), true, views, messages);
  }
}

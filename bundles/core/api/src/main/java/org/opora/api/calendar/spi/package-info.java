/** What a module does with its own appointments when somebody moves them in the calendar. */
@Export
@Version("2.1.0")
package org.opora.api.calendar.spi;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

/** What rooms and modules bring to the statistics of the house. */
@Export
@Version("1.1.0")
package org.opora.api.statistics.spi;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

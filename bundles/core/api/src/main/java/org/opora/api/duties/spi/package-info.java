/** What law packs contribute, and modules for the centre: dated rules as data. */
@Export
@Version("2.3.0")
package org.opora.api.duties.spi;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

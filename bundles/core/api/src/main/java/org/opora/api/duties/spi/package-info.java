/** What a law pack contributes: dated rules as data. */
@Export
@Version("2.2.0")
package org.opora.api.duties.spi;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

/** What a bundle asks a centre to decide. */
@Export
@Version("1.1.0")
package org.opora.api.house.spi;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

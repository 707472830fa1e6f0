/** Lists that leave the house as files. */
@Export
@Version("1.0.0")
package org.opora.api.exports;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

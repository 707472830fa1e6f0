/** What a bundle contributes to the shell: routes, and data for menu, tabs, tiles and cards. */
@Export
@Version("1.5.0")
package org.opora.api.web.spi;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

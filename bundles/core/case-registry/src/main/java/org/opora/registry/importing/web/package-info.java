/** Pages and remote control of imports. */
package org.opora.registry.importing.web;

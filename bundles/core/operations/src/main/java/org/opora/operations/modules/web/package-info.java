/** Pages of modules, and their part of bin/opora. */
package org.opora.operations.modules.web;

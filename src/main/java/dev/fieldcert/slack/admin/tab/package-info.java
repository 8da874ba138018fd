/** The admin's tab in Home, which leads to all admin actions. */
package dev.fieldcert.slack.admin.tab;

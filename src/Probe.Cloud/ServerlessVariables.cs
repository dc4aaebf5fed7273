namespace Probe.Cloud;

/// <summary>Variables by which a platform says that it runs functions or containers, not machines: there no metadata service is asked.</summary>
internal static class ServerlessVariables
{
    private static readonly string[] s_names =
        ["AWS_LAMBDA_FUNCTION_NAME", "ECS_CONTAINER_METADATA_URI_V4", "K_SERVICE", "FUNCTION_TARGET", "WEBSITE_SITE_NAME", "CONTAINER_APP_NAME"];

    public static bool AnySet(Func<string, string?> variable) => s_names.Any(n => !string.IsNullOrEmpty(variable(n)));
}
